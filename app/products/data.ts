import type { z } from 'zod';
import type { ProductCategory } from '@/app/_domain/product';
import { type Choice, choiceCount } from '@/app/_lib/choice';
import { uuidPattern } from '@/app/_lib/paging-key';
import type { TableQuery } from '@/app/_lib/table-query';
import type { Actor } from '@/app/_server/actor';
import { readAs, type Transaction } from '@/app/_server/database';
import { notFound, Refusal } from '@/app/_server/refusal';
import { readTablePage } from '@/app/_server/table-page';
import { readDeploymentCounts } from '@/app/register/counts/data';
import { readOrigin } from '@/app/suppliers/origin-facts/data';
import { readEmbedding } from './components/data';
import type { productChange, productInput } from './schema';
import { type ProductRow, productsTable } from './table';

export function productsPage(actor: Actor, query: TableQuery) {
  return readTablePage<ProductRow>(actor, productsTable, query);
}

/** What a product's form holds, now or as at a moment; null when there is none of this id. */
export async function readProduct(actor: Actor, id: string, asOf?: string) {
  if (!uuidPattern.test(id)) return null;
  const work = (transaction: Transaction) =>
    transaction.product.findUnique({
      where: { id },
      select: {
        id: true,
        name: true,
        category: true,
        componentsComplete: true,
        componentsSource: true,
        notes: true,
        updatedAt: true,
        supplier: { select: { id: true, name: true } },
      },
    });
  const product = await readAs(actor, work, asOf);
  return product && { ...product, category: product.category as ProductCategory };
}

/** All else that is, or was, known about an existing product and that the actor may see. */
export function readProductDetail(actor: Actor, id: string, asOf?: string) {
  const work = async (transaction: Transaction) => ({
    origin: await readOrigin(transaction, 'product', id),
    components: await readEmbedding(transaction, id, 'components'),
    embeddedIn: await readEmbedding(transaction, id, 'embeddedIn'),
    deploymentCounts: await readDeploymentCounts(transaction, { by: 'product', id }),
  });
  return readAs(actor, work, asOf);
}

/** Products for a picker: those with the text in their or their supplier's names, or the first of all. */
export function findProducts(transaction: Transaction, text: string): Promise<Choice[]> {
  return transaction.$queryRaw<Choice[]>`
    select p.id as value, p.name || ' · ' || s.name as label
    from product p join supplier s on s.id = p.supplier_id
    where ${text} = '' or p.id in (select search_products(${text}))
    order by starts_with(lower(p.name), lower(${text})) desc, p.name, p.id
    limit ${choiceCount}`;
}

export async function insertProduct(
  transaction: Transaction,
  product: z.output<typeof productInput>,
): Promise<{ id: string }> {
  await checkProduct(transaction, product, null);
  return transaction.product.create({ data: product, select: { id: true } });
}

export async function updateProduct(
  transaction: Transaction,
  { id, ...product }: z.output<typeof productChange>,
): Promise<{ id: string }> {
  if ((await transaction.product.count({ where: { id } })) === 0) throw notFound('product');
  await checkProduct(transaction, product, id);
  return transaction.product.update({ where: { id }, data: product, select: { id: true } });
}

/** Removes a product with its facts and components, unless something rests on it. */
export async function removeProduct(transaction: Transaction, id: string): Promise<void> {
  const product = await transaction.product.findUnique({
    where: { id },
    select: { _count: { select: { deployments: true, embeddedIn: true } } },
  });
  if (!product) throw notFound('product');
  const { deployments, embeddedIn } = product._count;
  if (deployments > 0) {
    const words = deployments === 1 ? '1 deployment' : `${deployments} deployments`;
    throw new Refusal('conflict', `It has ${words}, so it cannot be deleted.`);
  }
  if (embeddedIn > 0) {
    throw new Refusal('conflict', 'Other products embed it. Remove it from these first.');
  }
  await transaction.product.delete({ where: { id } });
}

async function checkProduct(
  transaction: Transaction,
  { supplierId, name }: z.output<typeof productInput>,
  ownId: string | null,
): Promise<void> {
  if ((await transaction.supplier.count({ where: { id: supplierId } })) === 0) {
    throw new Refusal('not_found', 'Nothing was changed.', { supplierId: 'Choose a supplier.' });
  }
  const same = await transaction.product.findUnique({
    where: { supplierId_name: { supplierId, name } },
    select: { id: true },
  });
  if (same && same.id !== ownId) {
    const message = 'The supplier has a product of this name already.';
    throw new Refusal('conflict', 'Nothing was changed.', { name: message });
  }
}
