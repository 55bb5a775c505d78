-- Import, last part: undoing. What the import did to each row is read from the history, and undone
-- only while no row has been touched since and nothing else refers to what it brought.

create or replace function import_undo_begin(batch uuid) returns void language plpgsql as $$
begin
  create temp table import_done on commit drop as
  select e.entity, coalesce(c.entity_id, e.entity_id)::uuid as id,
    case when c.seq is null then e.before else c.before end as before
  from import_batch i
  join history_event e on e.seq between i.history_from and i.history_to and e.request_id = i.id and e.action in ('insert', 'update')
  left join history_change c on c.seq = e.seq
  where i.id = batch and e.entity <> 'decision_event';
  create unique index on import_done (entity, id);
  analyze import_done;
end $$;

-- The rows that stand in the way: what was changed or removed since, and what refers to a new row.
create or replace function import_undo_blockers(batch uuid) returns table (entity text, id uuid, reason text)
language plpgsql as $$
declare
  relation text;
  reference record;
begin
  foreach relation in array array['organisation', 'supplier', 'supplier_alias', 'origin_fact', 'product', 'product_component', 'system', 'deployment'] loop
    return query execute format(
      'select d.entity, d.id, case when r.id is null then ''Removed since.'' else ''Changed since.'' end
       from import_done d left join %1$I r on r.id = d.id
       where d.entity = %1$L and r.change_id is distinct from $1', relation) using batch;
  end loop;
  for reference in
    select * from (values ('supplier_alias', 'supplier_id', 'supplier'), ('origin_fact', 'supplier_id', 'supplier'),
      ('origin_fact', 'product_id', 'product'), ('ownership_link', 'owner_id', 'supplier'), ('ownership_link', 'owned_id', 'supplier'),
      ('product', 'supplier_id', 'supplier'), ('product_component', 'product_id', 'product'), ('product_component', 'component_id', 'product'),
      ('system', 'organisation_id', 'organisation'), ('deployment', 'system_id', 'system'), ('deployment', 'product_id', 'product'),
      ('decision', 'deployment_id', 'deployment'), ('advisory_return', 'organisation_id', 'organisation')) r(child, key, parent)
  loop
    return query execute format(
      'select %1$L::text, c.id, %4$L::text
       from %1$I c join import_done d on d.entity = %3$L and d.id = c.%2$I and d.before is null
       left join import_done own on own.entity = %1$L and own.id = c.id
       where own.id is null or %1$L = ''decision''', reference.child, reference.key, reference.parent,
      format('Refers to a %s that the import brought.', reference.parent));
  end loop;
  return query select 'organisation', d.id, 'People are assigned to it.'
    from import_done d where d.entity = 'organisation' and d.before is null
      and exists (select 1 from user_organisation u where u.organisation_id = d.id);
end $$;

-- References run from the first to the last, so rows are taken back in the opposite order.
create or replace function import_undo_write() returns integer language plpgsql as $$
declare
  relation text;
  columns text;
  restored integer;
  total integer := 0;
begin
  foreach relation in array array['deployment', 'system', 'product_component', 'origin_fact', 'product', 'supplier_alias', 'supplier', 'organisation'] loop
    execute format('delete from %1$I r using import_done d where d.entity = %1$L and d.id = r.id and d.before is null', relation);
    get diagnostics restored = row_count;
    total := total + restored;
    select string_agg(format('%I = b.%1$I', column_name), ', ') into columns from information_schema.columns
    where table_schema = 'public' and table_name = relation and column_name not in ('id', 'created_at', 'updated_at', 'change_id');
    execute format('update %1$I r set %2$s from import_done d, jsonb_populate_record(null::%1$I, d.before) b
      where d.entity = %1$L and d.id = r.id and d.before is not null', relation, columns);
    get diagnostics restored = row_count;
    total := total + restored;
  end loop;
  return total;
end $$;

-- Batches whose job has not ended, for whoever finds that its worker has gone; and uploads that
-- broke off are thrown away after a day.
create or replace function import_unfinished() returns table (id uuid, state text, requested_by uuid)
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  delete from import_batch b where b.state = 'uploading' and b.uploaded_at < now() - interval '1 day';
  update import_batch b set message = 'Nothing was changed: whoever asked for it may no longer sign in.',
    state = case b.state when 'rehearsing' then 'uploaded' when 'applying' then 'rehearsed' else 'applied' end
  where b.state in ('rehearsing', 'applying', 'undoing')
    and not exists (select 1 from "user" u where u.id = b.requested_by and not u.disabled);
  return query select b.id, b.state, b.requested_by from import_batch b
    where b.state in ('rehearsing', 'applying', 'undoing');
end $$;
