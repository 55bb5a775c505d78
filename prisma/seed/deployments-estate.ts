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

const shareOfUnknownOrigin = 0.15;
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
  const add = (deployment: EstateDeployment) => {
    const key = placeKey(deployment.systemId, deployment.productId, deployment.version);
    if (!used.has(key)) filled.push(deployment);
    used.add(key);
  };
  const common = products.filter(({ everywhere }) => everywhere);
  for (const system of systems) {
    for (const product of common) add(deploymentOf(system, product, `${system.id} ${product.id}`));
  }
  for (let index = 0; filled.length < count; index += 1) {
    if (index > count * attemptsPerDeployment) throw new Error('The estate has no room left.');
    const draw = `extra ${index}`;
    const system = pick(systems, roomOf, chance(draw, 'system'));
    const unknown = chance(draw, 'origin') < shareOfUnknownOrigin;
    const product = pick(
      products,
      (candidate) => likelihood(candidate, system, unknown),
      chance(draw, 'product'),
    );
    add(deploymentOf(system, product, draw));
  }
  return filled;
}

function deploymentOf(
  system: PlacedSystem,
  product: CatalogueProduct,
  draw: string,
): EstateDeployment {
  const counted = chance(draw, 'counted') > 0.04;
  return {
    systemId: system.id,
    productId: product.id,
    version: versionOf(product, chance(draw, 'version'), chance(draw, 'version recorded')),
    installations: counted
      ? howMany(product.scale, system.users, chance(draw, 'installations'))
      : null,
    status: statusOf(chance(draw, 'status')),
    owner: chance(draw, 'own owner') < 0.18 ? pick(teams, () => 1, chance(draw, 'owner')) : '',
  };
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
