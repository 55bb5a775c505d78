import type { ProductEntry, Scale } from './catalogue.ts';
import { chance, pick } from './chance.ts';
import type { SystemEntry } from './systems.ts';

export type CatalogueProduct = ProductEntry & { id: string; originKnown: boolean };
export type PlacedSystem = SystemEntry & { id: string };

export type EstateDeployment = {
  systemId: string;
  productId: string;
  version: string;
  /** Null: nobody counted. */
  installations: number | null;
  status: 'planned' | 'in_use' | 'retired';
  /** Empty: the system's owner. */
  owner: string;
};

const shareOfUnknownOrigin = 0.125;
const attemptsPerDeployment = 40;

/** What is only found where the classification and the purpose allow it. */
const onlineOnly = new Set(['cloud', 'web', 'mobile']);

const teams = [
  'Platform Operations',
  'Service Desk',
  'Infrastructure Hosting',
  'Networks',
  'Data Platforms',
  'Security Operations',
  'Applications Support',
  'Adaeze Sample-Okoro',
  'Wiktor Przykład',
  'Siân Enghraifft',
];

/** Adds `count` deployments to those that the story has `taken` (system, product and version). */
export function fillEstate(
  systems: readonly PlacedSystem[],
  products: readonly CatalogueProduct[],
  taken: ReadonlySet<string>,
  count: number,
): EstateDeployment[] {
  const used = new Set(taken);
  const filled: EstateDeployment[] = [];
  for (let index = 0; filled.length < count; index += 1) {
    if (index > count * attemptsPerDeployment) throw new Error('The estate has no room left.');
    const draw = (...what: string[]) => chance('estate', index, ...what);
    const system = pick(systems, roomOf, draw('system'));
    const product = pick(
      products,
      (candidate) => likelihood(candidate, system, draw('origin') < shareOfUnknownOrigin),
      draw('product'),
    );
    const version = versionOf(product, draw('version'), draw('version recorded'));
    const key = placeKey(system.id, product.id, version);
    if (used.has(key)) continue;
    used.add(key);
    filled.push({
      systemId: system.id,
      productId: product.id,
      version,
      installations:
        draw('counted') < 0.04 ? null : howMany(product.scale, system.users, draw('installations')),
      status: statusOf(draw('status')),
      owner: draw('own owner') < 0.18 ? pick(teams, () => 1, draw('owner')) : '',
    });
  }
  return filled;
}

export function placeKey(systemId: string, productId: string, version: string): string {
  return `${systemId} ${productId} ${version}`;
}

/** Larger systems hold more products, but not in proportion. */
function roomOf(system: SystemEntry): number {
  return 2 + Math.log10(system.users);
}

function likelihood(product: CatalogueProduct, system: SystemEntry, unknown: boolean): number {
  if (product.originKnown === unknown) return 0;
  if (onlineOnly.has(product.category) && system.classification !== 'OFFICIAL') return 0;
  if (product.category === 'video_surveillance' && !system.purposes.includes('physical_security')) {
    return 0;
  }
  return product.spread ?? 0;
}

/** The newest version is the commonest; some inventories leave the version out. */
function versionOf(product: ProductEntry, at: number, recorded: number): string {
  if (recorded < 0.03) return '';
  const { versions } = product;
  return pick(versions, (version) => versions.indexOf(version) + 1, at);
}

function howMany(scale: Scale, users: number, at: number): number {
  switch (scale) {
    case 'desktop':
      return Math.max(1, Math.round(users * (0.25 + 0.75 * at)));
    case 'handset':
      return Math.max(1, Math.round(users * 0.3 * at));
    case 'server':
      return 1 + Math.round(Math.sqrt(users) * at * 0.8);
    case 'appliance':
      return 1 + Math.round(Math.sqrt(users) * at * 0.4);
    case 'camera':
      return 4 + Math.round(120 * at);
    case 'service':
      return 1;
  }
}

function statusOf(at: number): EstateDeployment['status'] {
  if (at < 0.04) return 'planned';
  if (at < 0.1) return 'retired';
  return 'in_use';
}
