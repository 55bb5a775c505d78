/** Kinds of record that an import writes, in the order in which they are shown. */
export const entityLabels = {
  organisation: 'Organisations',
  supplier: 'Suppliers',
  supplier_alias: 'Other names of suppliers',
  origin_fact: 'Origin facts',
  product: 'Products',
  product_component: 'Embedded components',
  system: 'Systems',
  deployment: 'Deployments',
  decision: 'Decisions',
} as const;

export type Entity = keyof typeof entityLabels;

export const entities = Object.keys(entityLabels) as readonly Entity[];

/** How many an import makes, changes and leaves as they are. */
export type EntityCounts = Record<'new' | 'changed' | 'unchanged', number>;

/** Of the kinds of record that the file speaks of. */
export type ImportCounts = Partial<Record<Entity, EntityCounts>>;

/** How many rows an import writes. */
export function writtenRows(counts: ImportCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count.new + count.changed, 0);
}
