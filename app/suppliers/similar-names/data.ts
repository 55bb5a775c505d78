import {
  nearDuplicateScore,
  similarSupplierNames,
  supplierNameKey,
} from '@/app/_domain/supplier-name';
import type { Transaction } from '@/app/_server/database';

export interface SimilarSupplier {
  id: string;
  name: string;
  /** The alias that resembles; '' where the name itself does. */
  alias: string;
}

/** PostgreSQL measures likeness otherwise; from here on a name is worth our own measure. */
const candidateSimilarity = 0.3;
const mostCandidates = 200;

/**
 * Suppliers other than `ownId` whose name or alias resembles `name`, the most alike first.
 * Rows that SQL wrote may lack a key; their plain name finds them.
 */
export async function readSimilarSuppliers(
  transaction: Transaction,
  name: string,
  ownId: string | null,
): Promise<SimilarSupplier[]> {
  const key = supplierNameKey(name);
  const candidates = await transaction.$queryRaw<SimilarSupplier[]>`
    select id, name, alias from (
      select id, name, '' as alias, coalesce(nullif(name_key, ''), lower(name)) as key from supplier
      union all
      select s.id, s.name, a.name, coalesce(nullif(a.name_key, ''), lower(a.name))
      from supplier_alias a join supplier s on s.id = a.supplier_id
    ) known
    where (key = ${key} or similarity(key, ${key}) >= ${candidateSimilarity})
      and id is distinct from ${ownId}::uuid
    order by key = ${key} desc, similarity(key, ${key}) desc
    limit ${mostCandidates}`;
  const alike = candidates
    .map((one) => ({ one, score: similarSupplierNames(name, one.alias || one.name) }))
    .filter(({ score }) => score >= nearDuplicateScore)
    .sort((a, b) => b.score - a.score);
  // A supplier may resemble by several of its names.
  return [...Map.groupBy(alike, ({ one }) => one.id).values()].flatMap(([first]) =>
    first ? [first.one] : [],
  );
}
