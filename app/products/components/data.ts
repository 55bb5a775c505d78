import type { z } from 'zod';
import type { Transaction } from '@/app/_server/database';
import { notFound, Refusal } from '@/app/_server/refusal';
import { holdDeployments } from '@/app/register/counts/data';
import type { componentInput } from './schema';

/** A product that is inside another, or has another inside, directly or through others. */
export interface EmbeddingRow {
  /** The link nearest to the product listed. */
  linkId: string;
  productId: string;
  name: string;
  supplierId: string;
  supplier: string;
  /** Headline origin; `none` where not recorded. */
  country: string;
  deployments: number;
  note: string;
  source: string;
  /** The product in between, nearest to the one listed; '' for a direct link. */
  through: string;
}

export type Direction = 'components' | 'embeddedIn';

/** No real product nests deeper; guards against data that does. */
const deepest = 12;
const mostLinks = 500;

/** Components of a product with theirs, or the products that embed it with those that embed them. */
export async function readEmbedding(
  transaction: Transaction,
  id: string,
  direction: Direction,
): Promise<EmbeddingRow[]> {
  const [near, far] =
    direction === 'components' ? ['product_id', 'component_id'] : ['component_id', 'product_id'];
  const rows = await transaction.$queryRawUnsafe<EmbeddingRow[]>(
    `with recursive walk as (
       select l.*, array[l.${near}, l.${far}] as path
       from product_component l where l.${near} = $1::uuid
       union all
       select l.*, w.path || l.${far}
       from walk w join product_component l on l.${near} = w.${far}
       where l.${far} <> all(w.path) and cardinality(w.path) <= ${deepest}
     )
     select w.id as "linkId", p.id as "productId", p.name, p.supplier_id as "supplierId", p.supplier,
       p.country_of_origin as country, p.deployments, w.note, w.source,
       case when cardinality(w.path) = 2 then '' else t.name end as through
     from (
       select distinct on (id) * from (select * from walk limit ${mostLinks}) found
       order by id, cardinality(path)
     ) w
     -- One by one, since in the past a join works out all products.
     cross join lateral (select * from product_list where id = w.${far} offset 0) p
     cross join lateral (select name from product where id = w.${near} offset 0) t
     order by cardinality(w.path), p.name, t.name, w.id`,
    id,
  );
  const products = rows.map(({ productId }) => productId);
  await holdDeployments(transaction, 'product', products);
  return rows;
}

/** Adds the component, or changes the one of its `id`. */
export async function writeComponent(
  transaction: Transaction,
  { id, ...component }: z.output<typeof componentInput>,
): Promise<void> {
  const { productId, componentId } = component;
  const known = await transaction.product.count({
    where: { id: { in: [productId, componentId] } },
  });
  if (known < 2) throw notFound('product');
  const inside = await readEmbedding(transaction, componentId, 'components');
  if (inside.some((one) => one.productId === productId)) {
    const message = 'It has this very product inside; two products cannot embed each other.';
    throw new Refusal('invalid', 'Nothing was changed.', { componentId: message });
  }
  const existing = await transaction.productComponent.findFirst({
    where: { productId, componentId, ...(id && { NOT: { id } }) },
  });
  if (existing) {
    const message = 'This component is recorded already.';
    throw new Refusal('conflict', 'Nothing was changed.', { componentId: message });
  }
  if (id === null) {
    await transaction.productComponent.create({ data: component });
    return;
  }
  const { count } = await transaction.productComponent.updateMany({
    where: { id, productId },
    data: component,
  });
  if (count === 0) throw notFound('component');
}

export async function removeComponent(transaction: Transaction, id: string): Promise<void> {
  const { count } = await transaction.productComponent.deleteMany({ where: { id } });
  if (count === 0) throw notFound('component');
}
