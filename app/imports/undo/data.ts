import type { PoolClient } from 'pg';
import type { Actor } from '@/app/_server/actor';
import { actingFor, connectAs } from '@/app/_server/database';
import type { Entity } from '../counts';

/** Gathers what the import did to each row that the actor may see; gives their number. */
export async function begin(connection: PoolClient, importId: string): Promise<number> {
  await connection.query('select import_undo_begin($1)', [importId]);
  const { rows } = await connection.query<{ total: number }>(
    'select count(*)::integer as total from import_done',
  );
  return rows[0]?.total ?? 0;
}

/** A row that keeps an import from being undone. */
export interface Blocker {
  entity: Entity | 'ownership_link';
  name: string;
  /** Page on which it can be seen; '' where it is gone. */
  href: string;
  reason: string;
}

// Where each kind of row is named and shown.
const places = `
  select 'organisation' as entity, id, name, '/organisations/' || id as href from organisation
  union all select 'supplier', id, name, '/suppliers/' || id from supplier
  union all select 'supplier_alias', id, name, '/suppliers/' || supplier_id from supplier_alias
  union all select 'origin_fact', f.id, coalesce(s.name, p.name) || ', ' || f.facet,
      case when f.product_id is null then '/suppliers/' || f.supplier_id else '/products/' || f.product_id end
    from origin_fact f left join supplier s on s.id = f.supplier_id left join product p on p.id = f.product_id
  union all select 'ownership_link', l.id, s.name, '/suppliers/' || s.id from ownership_link l join supplier s on s.id = l.owned_id
  union all select 'product', id, name, '/products/' || id from product
  union all select 'product_component', c.id, p.name, '/products/' || p.id from product_component c join product p on p.id = c.product_id
  union all select 'system', id, name, '/systems/' || id from system
  union all select 'deployment', d.id, p.name || ' on ' || s.name, '/register/' || d.id
    from deployment d join product p on p.id = d.product_id join system s on s.id = d.system_id
  union all select 'decision', c.id, c.outcome, '/register/' || c.deployment_id from decision c`;

/** The rows that stand in the way of undoing, at most `limit`. Needs `begin` before it. */
export async function blockers(
  connection: PoolClient,
  importId: string,
  limit: number,
): Promise<Blocker[]> {
  const { rows } = await connection.query<Blocker>(
    `with blocker as (
       select entity, id, min(reason) as reason from import_undo_blockers($1) group by entity, id
       order by entity, id limit $2
     )
     select b.entity, coalesce(p.name, 'A row that is gone') as name, coalesce(p.href, '') as href, b.reason
     from blocker b left join (${places}) p on p.entity = b.entity and p.id = b.id
     order by b.entity, name`,
    [importId, limit],
  );
  return rows;
}

export async function write(connection: PoolClient, importId: string): Promise<void> {
  await connection.query('select import_undo_write()');
  await connection.query(
    `update import_batch set state = 'undone', progress = 100, message = '', undone_at = change_time() where id = $1`,
    [importId],
  );
}

const listed = 100;

/** What keeps an applied import from being undone, as far as the actor may see it. */
export function undoBlockers(actor: Actor, importId: string): Promise<Blocker[]> {
  return connectAs(actingFor(actor), async (connection) => {
    await begin(connection, importId);
    return blockers(connection, importId, listed);
  });
}
