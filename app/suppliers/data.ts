import type { z } from 'zod';
import { supplierNameKey } from '@/app/_domain/supplier-name';
import { type Choice, choiceCount } from '@/app/_lib/choice';
import { uuidPattern } from '@/app/_lib/paging-key';
import type { TableQuery } from '@/app/_lib/table-query';
import type { Actor } from '@/app/_server/actor';
import { readAs, type Transaction } from '@/app/_server/database';
import { notFound, Refusal } from '@/app/_server/refusal';
import { readTablePage } from '@/app/_server/table-page';
import { holdDeployments, readDeploymentCounts } from '@/app/register/counts/data';
import { readAliases } from './aliases/data';
import { readOrigin } from './origin-facts/data';
import { readHoldings, readOwners } from './ownership/data';
import type { supplierChange, supplierInput } from './schema';
import { readSimilarSuppliers, type SimilarSupplier } from './similar-names/data';
import { type SupplierRow, suppliersTable } from './table';

export function suppliersPage(actor: Actor, query: TableQuery) {
  return readTablePage<SupplierRow>(actor, suppliersTable, query);
}

/** What a supplier's form holds, now or as at a moment; null when there is none of this id. */
export async function readSupplier(actor: Actor, id: string, asOf?: string) {
  if (!uuidPattern.test(id)) return null;
  return readAs(
    actor,
    (transaction) =>
      transaction.supplier.findUnique({
        where: { id },
        select: { id: true, name: true, website: true, notes: true, updatedAt: true },
      }),
    asOf,
  );
}

export interface SupplierProduct {
  id: string;
  name: string;
  category: string;
  deployments: number;
}

/** A product of another supplier with one of this supplier's inside. */
export interface EmbeddingProduct {
  id: string;
  name: string;
  supplier: string;
  component: string;
  deployments: number;
}

/** How many products a supplier's page lists; the list of products has them all. */
export const listedProducts = 100;

/** All else that is, or was, known about an existing supplier and that the actor may see. */
export function readSupplierDetail(actor: Actor, id: string, asOf?: string) {
  const work = async (transaction: Transaction) => ({
    aliases: await readAliases(transaction, id),
    origin: await readOrigin(transaction, 'supplier', id),
    owners: await readOwners(transaction, id),
    holdings: await readHoldings(transaction, id),
    productCount: await transaction.product.count({ where: { supplierId: id } }),
    products: await transaction.$queryRaw<SupplierProduct[]>`
      select id, name, category, deployments from product_list
      where supplier_id = ${id}::uuid order by name, id limit ${listedProducts}`,
    embeddedIn: await readEmbeddingProducts(transaction, id),
    deploymentCounts: await readDeploymentCounts(transaction, { by: 'supplier', id }),
  });
  return readAs(actor, work, asOf);
}

async function readEmbeddingProducts(
  transaction: Transaction,
  id: string,
): Promise<EmbeddingProduct[]> {
  const products = await transaction.$queryRaw<EmbeddingProduct[]>`
    select p.id, p.name, p.supplier, c.name as component, p.deployments
    from product c
    join product_component l on l.component_id = c.id
    -- One by one, since in the past a join works out all products.
    cross join lateral (select * from product_list where id = l.product_id offset 0) p
    where c.supplier_id = ${id}::uuid and p.supplier_id <> ${id}::uuid
    order by p.supplier, p.name, c.name limit ${listedProducts}`;
  const ids = products.map((product) => product.id);
  await holdDeployments(transaction, 'product', ids);
  return products;
}

/** Suppliers for a picker: those with the text in a name or alias, or the first of all. */
export function findSuppliers(transaction: Transaction, text: string): Promise<Choice[]> {
  return transaction.$queryRaw<Choice[]>`
    select id as value, name as label from supplier
    where ${text} = '' or id in (select search_suppliers(${text}))
    order by starts_with(lower(name), lower(${text})) desc, name, id
    limit ${choiceCount}`;
}

/** Either it was saved, or a person has to look first at suppliers of a similar name. */
export type SavedSupplier =
  | { kind: 'saved'; id: string }
  | { kind: 'similar'; suppliers: SimilarSupplier[] };

export async function insertSupplier(
  transaction: Transaction,
  { distinctFrom, ...supplier }: z.output<typeof supplierInput>,
): Promise<SavedSupplier> {
  const nameKey = supplierNameKey(supplier.name);
  const suppliers = await readSimilarSuppliers(transaction, supplier.name, null);
  if (suppliers.some(({ id }) => !distinctFrom.includes(id))) return { kind: 'similar', suppliers };
  const data = { ...supplier, nameKey };
  const { id } = await transaction.supplier.create({ data, select: { id: true } });
  return { kind: 'saved', id };
}

export async function updateSupplier(
  transaction: Transaction,
  { id, distinctFrom, ...supplier }: z.output<typeof supplierChange>,
): Promise<SavedSupplier> {
  const before = await transaction.supplier.findUnique({ where: { id }, select: { name: true } });
  if (!before) throw notFound('supplier');
  const nameKey = supplierNameKey(supplier.name);
  const suppliers =
    before.name === supplier.name ? [] : await readSimilarSuppliers(transaction, supplier.name, id);
  if (suppliers.some((one) => !distinctFrom.includes(one.id)))
    return { kind: 'similar', suppliers };
  await transaction.supplier.update({ where: { id }, data: { ...supplier, nameKey } });
  return { kind: 'saved', id };
}

/** Removes a supplier with its aliases, facts and owners, unless something rests on it. */
export async function removeSupplier(transaction: Transaction, id: string): Promise<void> {
  const products = await transaction.product.count({ where: { supplierId: id } });
  if (products > 0) {
    const words = products === 1 ? '1 product' : `${products} products`;
    throw new Refusal('conflict', `It has ${words}. Delete or move these first.`);
  }
  const holdings = await transaction.ownershipLink.count({ where: { ownerId: id } });
  if (holdings > 0) {
    throw new Refusal('conflict', 'It owns other suppliers. Remove these ownership links first.');
  }
  const { count } = await transaction.supplier.deleteMany({ where: { id } });
  if (count === 0) throw notFound('supplier');
}
