-- Text search of the past: by the names of that moment, over what was deployed then. Names are kept
-- by the history: a record that was changed since had the name that its first change since replaced.

create or replace function names_replaced_since(moment timestamptz)
returns table (entity text, id uuid, before jsonb)
language sql stable security definer set search_path = public, pg_temp
as $$
  select distinct on (c.entity, c.entity_id) c.entity, c.entity_id::uuid, c.before
  from (
    select e.seq, 0 as ordinal, e.entity, e.entity_id, e.before
    from history_event e
    where e.at > moment and e.changes_digest is null and e.entity in ('supplier', 'supplier_alias', 'product', 'system')
      and e.action in ('insert', 'update', 'delete')
    union all
    select e.seq, c.ordinal, e.entity, c.entity_id, c.before
    from history_event e join history_change c on c.seq = e.seq
    where e.at > moment and e.changes_digest is not null and e.entity in ('supplier', 'supplier_alias', 'product', 'system')
  ) c
  order by c.entity, c.entity_id, c.seq, c.ordinal
$$;

create or replace function search_deployments_as_at(q text, moment timestamptz) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  pattern text;
  matches uuid[];
  condition text := 'e.access_rank <= $2 and (e.organisation_id = any($3)) is distinct from false and e.access_compartment_id = any($4)';
begin
  for pattern in select * from search_patterns(q) loop
    with replaced as materialized (select * from names_replaced_since(moment))
    select array_agg(m.id) into matches from (
      select id from supplier n where name ilike pattern and not exists (select from replaced where replaced.id = n.id)
      union all select supplier_id from supplier_alias n where name ilike pattern and not exists (select from replaced where replaced.id = n.id)
      union all select id from product n where name ilike pattern and not exists (select from replaced where replaced.id = n.id)
      union all select id from system n where name ilike pattern and not exists (select from replaced where replaced.id = n.id)
      union all select case entity when 'supplier_alias' then (before ->> 'supplier_id')::uuid else id end
        from replaced where before ->> 'name' ilike pattern) m;
    if matches is null then return; end if;
    condition := condition || format(
      ' and (e.system_id = any(%1$L::uuid[]) or e.product_id = any(%1$L::uuid[]) or e.supplier_id = any(%1$L::uuid[]))', matches);
  end loop;
  return query execute
    'select e.deployment_id from register_entry e where e.valid_from <= $1 and e.valid_to > $1 and ' || condition
    using moment, actor_ceiling(), case when not actor_sees_all_organisations() then actor_organisations() end, actor_compartments();
end $$;
