import { uuidPattern } from '@/app/_lib/paging-key';
import type { Transaction } from '@/app/_server/database';
import type { RecordNames } from '../differences';

interface NameRow {
  id: string;
  name: string;
  entity: string;
  /** Id of the record whose page it is on. */
  page: string;
}

// Each by its own index, since there may be a million deployments.
const namesSql = `
  select id::text, name, 'supplier' as entity, id::text as page from supplier where id = any($1::uuid[])
  union all select id::text, name, 'product', id::text from product where id = any($1::uuid[])
  union all select id::text, name, 'system', id::text from system where id = any($1::uuid[])
  union all select id::text, name, 'organisation', id::text from organisation where id = any($1::uuid[])
  union all select id::text, name, 'user', id::text from "user" where id = any($1::uuid[])
  union all select id::text, name, 'access_group', id::text from access_group where id = any($1::uuid[])
  union all select id::text, reference, 'advisory', id::text from advisory where id = any($1::uuid[])
  union all select id::text, file_name, 'import_batch', id::text from import_batch where id = any($1::uuid[])
  union all select d.id::text, p.name || ' on ' || s.name, 'deployment', d.id::text
    from deployment d join product p on p.id = d.product_id join system s on s.id = d.system_id
    where d.id = any($1::uuid[])
  union all select c.id::text, p.name || ' on ' || s.name, 'deployment', d.id::text
    from decision c join deployment d on d.id = c.deployment_id
    join product p on p.id = d.product_id join system s on s.id = d.system_id
    where c.id = any($1::uuid[])`;

/** Present names of the records with these ids, as far as they are there and the actor may see them. */
export async function readNames(
  transaction: Transaction,
  ids: readonly string[],
): Promise<RecordNames> {
  const known = [...new Set(ids)].filter((id) => uuidPattern.test(id));
  if (known.length === 0) return {};
  const rows = await transaction.$queryRawUnsafe<NameRow[]>(namesSql, known);
  return Object.fromEntries(
    rows.map(({ id, name, entity, page }) => [id, { name, page: { entity, id: page } }]),
  );
}
