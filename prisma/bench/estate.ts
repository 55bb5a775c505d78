import type { OrganisationKind } from '../../app/_domain/organisation';
import type { ProductCategory } from '../../app/_domain/product';
import type { SystemPurpose } from '../../app/_domain/system';
import { draw, madeUpWord } from './made-up.ts';

/** How many of each record a made-up register holds. */
export type Estate = {
  deployments: number;
  products: number;
  suppliers: number;
  systems: number;
  organisations: number;
};

const deploymentsOnSystem = 25;

/** At a million deployments: 60,000 products, 20,000 suppliers, 40,000 systems, 200 organisations. */
export function estateOf(deployments: number): Estate {
  const systems = Math.ceil(deployments / deploymentsOnSystem);
  return {
    deployments,
    products: Math.max(Math.round(deployments * 0.06), 3),
    suppliers: Math.max(Math.round(deployments * 0.02), 1),
    systems,
    organisations: Math.min(200, systems),
  };
}

/** One line of the inventory, by the import's own field names; '' where it says nothing. */
export type EstateLine = ReturnType<typeof estateLine>;

/** What runs as the estate's deployment number `index`: always the same. */
export function estateLine(estate: Estate, index: number) {
  const product = productOf(estate, index);
  const supplier = product % estate.suppliers;
  const system = Math.floor(index / deploymentsOnSystem);
  return {
    ...supplierFacts(supplier),
    ...productFacts(estate, product),
    ...systemFacts(estate, system),
    // No two of a system are alike, whatever the products are.
    version: `${1 + draw('major', index, 12)}.${index % deploymentsOnSystem}`,
    installations: 1 + draw('installations', index, 400),
    owner: draw('own owner', index, 5) === 0 ? `Owner ${draw('owner', index, 900)}` : '',
  };
}

/** The supplier under which a fiftieth of all deployments stand. */
export const largestSupplier = 0;

/** Every product runs somewhere; beyond that a few run everywhere and most hardly anywhere. */
function productOf({ deployments, products, suppliers }: Estate, index: number): number {
  const introduced = Math.floor((index * products) / deployments);
  if (introduced !== Math.floor(((index - 1) * products) / deployments)) return introduced;
  const ofLargest = Math.ceil(products / suppliers);
  if (draw('largest', index, 50) === 0) {
    return largestSupplier + suppliers * draw('of largest', index, ofLargest - 1);
  }
  const share = draw('product', index, 1_000_000) / 1_000_000;
  const drawn = Math.floor(share * share * products);
  if (drawn % suppliers !== largestSupplier) return drawn;
  return (drawn + 1 + draw('other', index, suppliers - 1)) % products;
}

const legalForms = ['Ltd', 'GmbH', 'Inc', 'S.A.', 'AB', 'B.V.'] as const;

export function supplierName(supplier: number): string {
  return `${madeUpWord(supplier)} ${legalForms[draw('form', supplier, legalForms.length)]}`;
}

const otherCountries = ['US', 'US', 'US', 'GB', 'DE', 'FR', 'IL', 'NL', 'JP', 'SE', 'IN', 'CA'];

/** Russia 2 %, China 5 %, not recorded 5 %, evenly spread over the more and the less used. */
function countryOf(supplier: number): string {
  if (supplier % 50 === 25) return 'RU';
  if (supplier % 20 === 7) return 'CN';
  if (supplier % 20 === 13) return '';
  return otherCountries[draw('country', supplier, otherCountries.length)] ?? '';
}

function supplierFacts(supplier: number) {
  const country = countryOf(supplier);
  return {
    supplier: supplierName(supplier),
    supplier_aliases: supplier % 10 === 3 ? `${madeUpWord(supplier)} Group` : '',
    country_of_origin: country,
    origin_facet: country && 'headquarters',
    origin_source: country && 'Register of companies (made up)',
  };
}

const categories: readonly ProductCategory[] = [
  ...(['antivirus', 'endpoint', 'network', 'firewall', 'operating_system', 'cloud'] as const),
  ...(['database', 'productivity', 'developer_tools', 'identity', 'virtualisation'] as const),
  ...(['monitoring', 'backup', 'video_surveillance', 'telecommunications', 'mobile'] as const),
  ...(['web', 'other', 'not_recorded'] as const),
];
const nouns = [
  'Shield',
  'Edge',
  'Store',
  'Console',
  'Relay',
  'Sentinel',
  'Desk',
  'Bridge',
] as const;

function productName({ suppliers }: Estate, product: number): string {
  const noun = nouns[draw('noun', product, nouns.length)];
  return `${madeUpWord(product % suppliers)} ${noun} ${1 + Math.floor(product / suppliers)}`;
}

function productFacts(estate: Estate, product: number) {
  const embedded = (product + 1) % estate.products;
  const embeds = product % 20 === 4;
  return {
    product: productName(estate, product),
    product_category: categories[draw('category', product, categories.length)] ?? '',
    components: embeds
      ? `${supplierName(embedded % estate.suppliers)}: ${productName(estate, embedded)}`
      : '',
  };
}

const organisationKinds: readonly OrganisationKind[] = [
  ...(['department', 'agency', 'agency', 'regulator', 'bank', 'critical_infrastructure'] as const),
  ...(['local_authority', 'local_authority', 'other'] as const),
];
const purposes: readonly SystemPurpose[] = [
  ...(['corporate', 'public_service', 'critical_infrastructure', 'national_security'] as const),
  ...(['defence', 'physical_security'] as const),
];

/** From this number on words name systems, so that no supplier is called like one. */
export const systemWords = 10_000_000;

function systemFacts({ organisations }: Estate, system: number) {
  const organisation = system % organisations;
  // In turns, so that shares hold in a small register as well, and differ within an organisation.
  const percent = (system * 37 + Math.floor(system / organisations) * 11) % 100;
  return {
    organisation: `Organisation of ${madeUpWord(organisation)}`,
    organisation_kind:
      organisationKinds[draw('kind', organisation, organisationKinds.length)] ?? '',
    system: `${madeUpWord(systemWords + system)} service`,
    classification: percent < 88 ? 'OFFICIAL' : percent < 97 ? 'SECRET' : 'TOP SECRET',
    marking: percent >= 70 && percent < 88 ? 'SENSITIVE' : '',
    purposes: purposes[draw('purpose', system, purposes.length)] ?? '',
    system_owner: `Owner ${draw('system owner', system, 900)}`,
  };
}
