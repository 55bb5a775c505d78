import type { ClientBase } from 'pg';
import { supplierNameKey } from '../../app/_domain/supplier-name.ts';
import type { Fact, ProductEntry, SupplierEntry } from './catalogue.ts';
import { isoDate } from './day.ts';
import { type CatalogueProduct, fillEstate, placeKey } from './deployments-estate.ts';
import { storyDeployments } from './deployments-story.ts';
import { identifier } from './identifier.ts';
import { components, type Ownership, ownerships } from './links.ts';
import { organisations } from './organisations.ts';
import { insertRows, type Row } from './rows.ts';
import type { Scene } from './scene.ts';
import { suppliers } from './suppliers.ts';
import { systems } from './systems.ts';

const numberOfDeployments = 1500;

/** Facets that the country of origin is never taken from. */
const notHeadlines = new Set(['significant_shareholder', 'hosted', 'data_at_rest', 'support']);

export const organisationId = (name: string) => identifier('organisation', name);
export const supplierId = (name: string) => identifier('supplier', name);
export const productId = (supplier: string, name: string) => identifier('product', supplier, name);
const systemId = (organisation: string, name: string) => identifier('system', organisation, name);

/** The register is filled on one day, long enough ago for everything else to have happened since. */
export function registerScenes(today: Date): Scene[] {
  const reason = 'First inventory';
  const scene = (hour: number, play: Scene['play']): Scene => ({
    day: -190,
    hour,
    by: 'steward',
    reason,
    play,
  });
  return [
    scene(8, insertOrganisations),
    scene(9, (client, at) => insertSuppliers(client, at, today)),
    scene(11, insertDeployments),
  ];
}

async function insertOrganisations(client: ClientBase, at: string): Promise<void> {
  await insertRows(
    client,
    'organisation',
    organisations.map(({ name, kind }) => ({
      id: organisationId(name),
      name,
      kind,
      created_at: at,
    })),
  );
  await insertRows(
    client,
    'system',
    systems.map((system) => ({
      id: systemId(system.organisation, system.name),
      organisation_id: organisationId(system.organisation),
      name: system.name,
      classification: system.classification,
      classification_label: system.label ?? '',
      markings: system.markings ?? [],
      purposes: system.purposes,
      owner: system.owner,
      notes: system.notes ?? '',
      created_at: at,
    })),
  );
}

async function insertSuppliers(client: ClientBase, at: string, today: Date): Promise<void> {
  await insertRows(
    client,
    'supplier',
    suppliers.map(({ name, website = '', notes = '' }) => ({
      id: supplierId(name),
      name,
      name_key: supplierNameKey(name),
      website,
      notes,
      created_at: at,
    })),
  );
  await insertRows(
    client,
    'supplier_alias',
    suppliers.flatMap(({ name, aliases = [] }) =>
      aliases.map((alias) => ({
        id: identifier('alias', name, alias),
        supplier_id: supplierId(name),
        name: alias,
        name_key: supplierNameKey(alias),
      })),
    ),
  );
  await insertOwnerships(client, at, today, ownerships);
  await insertRows(
    client,
    'product',
    suppliers.flatMap((supplier) =>
      supplier.products.map((product) => ({
        id: productId(supplier.name, product.name),
        supplier_id: supplierId(supplier.name),
        name: product.name,
        category: product.category,
        ...componentColumns(supplier, product),
        notes: product.notes ?? '',
        created_at: at,
      })),
    ),
  );
  await insertRows(
    client,
    'product_component',
    components.map(({ product, component, note, source }) => ({
      id: identifier('component', product.name, component.name),
      product_id: productId(product.supplier, product.name),
      component_id: productId(component.supplier, component.name),
      note,
      source,
    })),
  );
  await insertRows(client, 'origin_fact', [
    ...suppliers.flatMap(({ name, facts }) => supplierFactRows(name, facts, at, today)),
    ...suppliers.flatMap((supplier) =>
      supplier.products.flatMap(({ name, facts = [] }) =>
        factRows({ product_id: productId(supplier.name, name) }, facts, at, today),
      ),
    ),
  ]);
}

function componentColumns(
  { componentsSource = '' }: SupplierEntry,
  { componentsIncomplete }: ProductEntry,
) {
  const complete = componentsSource !== '' && !componentsIncomplete;
  return { components_complete: complete, components_source: complete ? componentsSource : '' };
}

export async function insertOwnerships(
  client: ClientBase,
  at: string,
  today: Date,
  links: readonly Ownership[],
): Promise<void> {
  await insertRows(
    client,
    'ownership_link',
    links.map(({ owner, owned, sharePercent, control, from, to, source, url = '' }) => ({
      id: identifier('ownership', owner, owned),
      owner_id: supplierId(owner),
      owned_id: supplierId(owned),
      share_percent: sharePercent ?? null,
      control,
      valid_from: isoDate(today, from),
      valid_to: isoDate(today, to),
      source,
      source_url: url,
      recorded_at: at,
    })),
  );
}

export function supplierFactRows(
  supplier: string,
  facts: readonly Fact[],
  at: string,
  today: Date,
): Row[] {
  return factRows({ supplier_id: supplierId(supplier) }, facts, at, today);
}

function factRows(
  subject: { supplier_id: string } | { product_id: string },
  facts: readonly Fact[],
  at: string,
  today: Date,
): Row[] {
  const { supplier_id, product_id } = { supplier_id: null, product_id: null, ...subject };
  return facts.map(({ facet, country, source, url = '', confidence = 'confirmed', from, to }) => ({
    id: identifier('fact', supplier_id ?? product_id ?? '', facet, country ?? '', source),
    supplier_id,
    product_id,
    facet,
    country,
    source,
    source_url: url,
    confidence,
    valid_from: isoDate(today, from),
    valid_to: isoDate(today, to),
    recorded_at: at,
  }));
}

async function insertDeployments(client: ClientBase, at: string): Promise<void> {
  const products = suppliers.flatMap(catalogueProducts);
  const placedSystems = systems.map((system) => ({
    ...system,
    id: systemId(system.organisation, system.name),
  }));
  const story = storyDeployments.map(
    ({
      product,
      organisation,
      system,
      version = '',
      installations,
      status = 'in_use',
      owner = '',
    }) => ({
      systemId: onlyOne(
        placedSystems,
        (candidate) => candidate.organisation === organisation && candidate.name === system,
        `${organisation}: ${system}`,
      ).id,
      productId: onlyOne(products, ({ name }) => name === product, product).id,
      version,
      installations,
      status,
      owner,
    }),
  );
  const taken = new Set(
    story.map((deployment) =>
      placeKey(deployment.systemId, deployment.productId, deployment.version),
    ),
  );
  const estate = fillEstate(placedSystems, products, taken, numberOfDeployments - story.length);
  await insertRows(
    client,
    'deployment',
    [...story, ...estate].map((deployment) => ({
      id: identifier('deployment', deployment.systemId, deployment.productId, deployment.version),
      system_id: deployment.systemId,
      product_id: deployment.productId,
      version: deployment.version,
      installations: deployment.installations,
      status: deployment.status,
      owner: deployment.owner,
      created_at: at,
    })),
  );
}

function catalogueProducts(supplier: SupplierEntry): CatalogueProduct[] {
  return supplier.products.map((product) => ({
    ...product,
    id: productId(supplier.name, product.name),
    originKnown: [...supplier.facts, ...(product.facts ?? [])].some(
      ({ facet, country }) => country !== null && !notHeadlines.has(facet),
    ),
  }));
}

function onlyOne<Item>(items: readonly Item[], fits: (item: Item) => boolean, what: string): Item {
  const [found, ...others] = items.filter(fits);
  if (!found || others.length > 0) throw new Error(`Not exactly one in the sample: ${what}.`);
  return found;
}
