import type { NamedRecord, Rule } from '@/app/_domain/rule';
import { choiceCount } from '@/app/_lib/choice';
import type { RecordChoice } from '@/app/_lib/record-choice';
import type { Transaction } from '@/app/_server/database';

/** Suppliers that a rule may name: those with the text in their names, or the first of all. */
export function findSuppliersToName(
  transaction: Transaction,
  text: string,
): Promise<RecordChoice[]> {
  return transaction.$queryRaw<RecordChoice[]>`
    select s.id, s.name, coalesce((select string_agg(a.name, ', ' order by a.name) from supplier_alias a
      where a.supplier_id = s.id), '') as note
    from supplier s
    where ${text} = '' or s.id in (select search_suppliers(${text}))
    order by starts_with(lower(s.name), lower(${text})) desc, s.name limit ${choiceCount}`;
}

/** Products that a rule may name: those with the text in their or their supplier's names. */
export function findProductsToName(
  transaction: Transaction,
  text: string,
): Promise<RecordChoice[]> {
  return transaction.$queryRaw<RecordChoice[]>`
    select p.id, p.name, s.name as note
    from product p join supplier s on s.id = p.supplier_id
    where ${text} = '' or p.id in (select search_products(${text}))
    order by starts_with(lower(p.name), lower(${text})) desc, p.name, p.id limit ${choiceCount}`;
}

/**
 * The rules with the id of each supplier and product that they know by name alone, where exactly
 * one of that name is recorded, for a supplier also as an alias. The others stay names.
 */
export async function withRecordedIds(
  transaction: Transaction,
  rules: readonly Rule[],
): Promise<Rule[]> {
  const criteria = rules.map((rule) => rule.criteria);
  const suppliers = await supplierIds(
    transaction,
    namesWithoutId(criteria.flatMap((one) => [...one.suppliers, ...one.exceptSuppliers])),
  );
  const products = await productIds(
    transaction,
    namesWithoutId(criteria.flatMap((one) => [...one.products, ...one.exceptProducts])),
  );
  return rules.map((rule) => ({
    ...rule,
    criteria: {
      ...rule.criteria,
      suppliers: withIds(rule.criteria.suppliers, suppliers),
      exceptSuppliers: withIds(rule.criteria.exceptSuppliers, suppliers),
      products: withIds(rule.criteria.products, products),
      exceptProducts: withIds(rule.criteria.exceptProducts, products),
    },
  }));
}

type Ids = ReadonlyMap<string, string | null>;

function withIds(records: readonly NamedRecord[], ids: Ids): NamedRecord[] {
  return records.map(({ id, name }) => ({ id: id ?? ids.get(name) ?? null, name }));
}

function namesWithoutId(records: readonly NamedRecord[]): string[] {
  return [...new Set(records.filter(({ id }) => id === null).map(({ name }) => name))];
}

async function supplierIds(transaction: Transaction, names: string[]): Promise<Ids> {
  if (names.length === 0) return new Map();
  const found = await transaction.$queryRaw<{ name: string; id: string | null }[]>`
    select w.name, coalesce(
      (select s.id::text from supplier s where s.name = w.name),
      (select min(a.supplier_id::text) from supplier_alias a where a.name = w.name
        having count(distinct a.supplier_id) = 1)) as id
    from unnest(${names}::text[]) w(name)`;
  return new Map(found.map(({ name, id }) => [name, id]));
}

async function productIds(transaction: Transaction, names: string[]): Promise<Ids> {
  if (names.length === 0) return new Map();
  const found = await transaction.$queryRaw<{ name: string; id: string | null }[]>`
    select w.name, (select min(p.id::text) from product p where p.name = w.name having count(*) = 1) as id
    from unnest(${names}::text[]) w(name)`;
  return new Map(found.map(({ name, id }) => [name, id]));
}
