import { uuidPattern } from '@/app/_lib/paging-key';
import type { Transaction } from '@/app/_server/database';
import type { RecordNames } from '../differences';

/** Present names of the records with these ids, as far as they are there and the actor may see them. */
export async function readNames(
  transaction: Transaction,
  ids: readonly string[],
): Promise<RecordNames> {
  const known = [...new Set(ids)].filter((id) => uuidPattern.test(id));
  if (known.length === 0) return {};
  const rows = await transaction.$queryRaw<{ id: string; name: string }[]>`
    with wanted as (select unnest(${known}::text[])::uuid as id)
    select id::text, name from supplier join wanted using (id)
    union all select id::text, name from product join wanted using (id)
    union all select id::text, name from system join wanted using (id)
    union all select id::text, name from organisation join wanted using (id)
    union all select id::text, name from "user" join wanted using (id)
    union all select id::text, file_name from import_batch join wanted using (id)
    union all select d.id::text, p.name || ' on ' || s.name
      from deployment d join wanted w on w.id = d.id join product p on p.id = d.product_id join system s on s.id = d.system_id
    union all select c.id::text, p.name || ' on ' || s.name
      from decision c join wanted w on w.id = c.id join deployment d on d.id = c.deployment_id
      join product p on p.id = d.product_id join system s on s.id = d.system_id`;
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
