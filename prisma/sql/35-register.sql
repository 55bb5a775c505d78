-- The read model: register_entry holds one flat row per deployment version.

-- What the flat row of each deployment should be now; the definition that triggers keep true.
-- Dropped first, since a view takes new columns only at its end.
drop view if exists register_source;
create view register_source as
select
  d.id as deployment_id,
  s.organisation_id,
  s.id as system_id,
  p.id as product_id,
  sup.id as supplier_id,
  sup.name as supplier,
  coalesce(h.country, 'none') as country_of_origin,
  coalesce(h.facet, '') as origin_facet,
  coalesce(h.source, '') as origin_source,
  p.name as product,
  p.category as product_category,
  d.version,
  o.name as organisation,
  s.name as system,
  s.classification,
  s.classification_label,
  s.classification_rank,
  array_to_string(s.markings, '; ') as marking,
  s.compartment_id,
  array_to_string(s.purposes, '; ') as purposes,
  d.status,
  coalesce(d.installations, -1) as installations,
  coalesce(x.exposure, 'none') as exposure,
  coalesce(x.advisories, '') as advisories,
  coalesce(x.action, '') as advised_action,
  coalesce(x.due_on, 'infinity') as advised_due_on,
  coalesce(x.verdicts, '') as verdicts,
  c.id as decision_id,
  coalesce(c.outcome, '') as decision,
  coalesce(c.basis, '') as decision_basis,
  coalesce(c.state, '') as decision_state,
  case when c.changed_facts <> '{}' then 'yes' else '' end as needs_decision,
  coalesce(c.rationale, '') as rationale,
  coalesce(c.proposed_by_name, '') as proposed_by,
  coalesce(c.approved_by_name, '') as approved_by,
  coalesce(c.approved_at, 'infinity') as decided_at,
  coalesce(c.due_on, 'infinity') as due_on,
  coalesce(c.expires_on, 'infinity') as expires_on,
  coalesce(nullif(d.owner, ''), s.owner) as owner
from deployment d
join system s on s.id = d.system_id
join organisation o on o.id = s.organisation_id
join product p on p.id = d.product_id
join supplier sup on sup.id = p.supplier_id
left join origin_headline h on h.subject_id = p.id
-- The gravest verdict, with the advisories that give it and what the strictest of them asks for.
left join lateral (
  select (array_agg(v.exposure order by v.gravity))[1] as exposure,
    string_agg(v.reference, '; ' order by v.reference) filter (where v.gravity = v.gravest) as advisories,
    (array_agg(v.action order by v.gravity, action_strictness(v.action), strength_order(v.strength), v.due_on, v.reference))[1] as action,
    min(v.due_on) filter (where v.gravity = v.gravest) as due_on,
    string_agg(v.reference || ':' || v.exposure, '; ' order by v.reference) as verdicts
  from (
    select case e.verdict when 'out_no_action' then 'out' else e.verdict end as exposure, e.action, e.strength, e.due_on, a.reference,
      g.gravity, min(g.gravity) over () as gravest
    from exposure e join advisory a on a.id = e.advisory_id
    cross join lateral (select array_position(array['in', 'cannot_tell', 'out_no_action'], e.verdict) as gravity) g
    where e.deployment_id = d.id and e.valid_to = 'infinity'
  ) v
) x on true
-- In force first, else what is proposed, else what expired.
left join lateral (
  select * from decision
  where deployment_id = d.id and state in ('approved', 'in_progress', 'done', 'proposed', 'expired')
  order by case state when 'proposed' then 2 when 'expired' then 3 else 1 end,
    coalesce(approved_at, proposed_at) desc, id
  limit 1
) c on true;

-- Brings the flat rows of these deployments up to date. The columns stand once, in the view above.
-- The view joins more tables than the planner puts in order of itself; left alone it would make the rows
-- of all deployments before it takes the few that are asked for.
do $$
declare
  columns text := (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
    where attrelid = 'register_source'::regclass and attnum > 0 and attname <> 'deployment_id');
begin
  execute format($definition$
    create or replace function refresh_register(deployments uuid[]) returns void
    language plpgsql security definer set search_path = public, pg_temp
      set join_collapse_limit = 20 set from_collapse_limit = 20
    as $body$
    declare
      moment timestamptz;
    begin
      if coalesce(cardinality(deployments), 0) = 0 then return; end if;
      moment := change_time();
      with fresh as materialized (
        -- Joined, so that the planner goes row by row for a few and table by table for many.
        select r.* from unnest(deployments) w(id) join register_source r on r.deployment_id = w.id
      ), held as materialized (
        select e.* from unnest(deployments) w(id) join register_entry e on e.deployment_id = w.id and e.valid_to = 'infinity'
      ), same as materialized (
        select h.deployment_id from held h join fresh f on f.deployment_id = h.deployment_id
        where (%1$s) is not distinct from (%2$s)
      ), stale as materialized (
        select h.entry_id, h.valid_from from held h where not exists (select from same s where s.deployment_id = h.deployment_id)
      ), gone as (
        -- A version that began in this same transaction was never true for anybody else.
        delete from register_entry e using stale s where e.entry_id = s.entry_id and s.valid_from = moment returning 1
      ), closed as (
        update register_entry e set valid_to = moment from stale s where e.entry_id = s.entry_id and s.valid_from < moment returning 1
      )
      insert into register_entry (deployment_id, valid_from, access_rank, access_compartment_id, %3$s)
      select f.deployment_id, moment, f.classification_rank, f.compartment_id, %1$s
      from fresh f
      where not exists (select from same s where s.deployment_id = f.deployment_id)
        -- What was held has to make way first.
        and (select count(*) from gone) + (select count(*) from closed) >= 0;

      -- The past is read by the higher of its classification then and now, and by the compartments of both.
      update register_entry e set access_rank = greatest(e.classification_rank, s.classification_rank),
        access_compartment_id = compartment_of_all(array[e.compartment_id, s.compartment_id])
      from unnest(deployments) w(id) join deployment d on d.id = w.id join system s on s.id = d.system_id
      where e.deployment_id = w.id and e.valid_to < 'infinity'
        and (e.access_rank <> greatest(e.classification_rank, s.classification_rank)
          or (e.compartment_id, s.compartment_id, e.access_compartment_id) <> (0, 0, 0)
            and e.access_compartment_id <> compartment_of_all(array[e.compartment_id, s.compartment_id]));
    end $body$ $definition$,
    'f.' || replace(columns, ', ', ', f.'), 'h.' || replace(columns, ', ', ', h.'), columns);
end $$;

-- For what may change a verdict: judges these deployments, and then brings their flat rows up to date and
-- says of their decisions what they no longer rest on.
create or replace function judge_register(deployments uuid[]) returns void
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if coalesce(cardinality(deployments), 0) = 0 then return; end if;
  if exists (select from advisory where version > 0) then
    perform refresh_exposures(null, deployments);
  end if;
  perform refresh_register(deployments);
  perform refresh_changed_facts(deployments);
end $$;

-- Statement trigger. Its arguments: a query over the transition tables that gives the ids of the
-- deployments whose flat row may have changed, and the function that sees to them.
create or replace function refresh_register_of_changed() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  deployments uuid[];
begin
  execute format('select array_agg(distinct id) from (%s) touched(id)', tg_argv[0]) into deployments;
  if tg_argv[1] = 'judge' then perform judge_register(deployments); else perform refresh_register(deployments); end if;
  return null;
end $$;

do $$
declare
  watched record;
begin
  for watched in
    select * from (values
      ('deployment', 'insert', 'judge', 'select id from new_rows'),
      ('deployment', 'update', 'judge', 'select id from new_rows'),
      ('deployment', 'delete', 'judge', 'select id from old_rows'),
      ('system', 'update', 'judge', 'select d.id from deployment d join new_rows n on n.id = d.system_id'),
      ('organisation', 'update', 'judge', 'select d.id from deployment d join system s on s.id = d.system_id join new_rows n on n.id = s.organisation_id'),
      ('product', 'update', 'judge', 'select deployments_resting_on(null, array(select id from new_rows))'),
      ('product_component', 'insert', 'judge', 'select deployments_resting_on(null, array(select product_id from new_rows))'),
      ('product_component', 'update', 'judge', 'select deployments_resting_on(null, array(select product_id from new_rows union select product_id from old_rows))'),
      ('product_component', 'delete', 'judge', 'select deployments_resting_on(null, array(select product_id from old_rows))'),
      ('supplier', 'update', 'judge', 'select deployments_resting_on(array(select id from new_rows), null)'),
      ('supplier_alias', 'insert', 'judge', 'select deployments_resting_on(array(select supplier_id from new_rows), null)'),
      ('supplier_alias', 'update', 'judge', 'select deployments_resting_on(array(select supplier_id from new_rows union select supplier_id from old_rows), null)'),
      ('supplier_alias', 'delete', 'judge', 'select deployments_resting_on(array(select supplier_id from old_rows), null)'),
      ('ownership_link', 'insert', 'judge', 'select deployments_resting_on(array(select unnest(array[owner_id, owned_id]) from new_rows), null)'),
      ('ownership_link', 'update', 'judge', 'select deployments_resting_on(array(select unnest(array[n.owner_id, n.owned_id]) from new_rows n union select unnest(array[o.owner_id, o.owned_id]) from old_rows o), null)'),
      ('ownership_link', 'delete', 'judge', 'select deployments_resting_on(array(select unnest(array[owner_id, owned_id]) from old_rows), null)'),
      ('origin_fact', 'insert', 'judge', 'select deployments_resting_on(array(select supplier_id from new_rows where supplier_id is not null), array(select product_id from new_rows where product_id is not null))'),
      ('origin_fact', 'update', 'judge', 'select deployments_resting_on(array(select supplier_id from new_rows where supplier_id is not null union select supplier_id from old_rows where supplier_id is not null), array(select product_id from new_rows where product_id is not null union select product_id from old_rows where product_id is not null))'),
      ('origin_fact', 'delete', 'judge', 'select deployments_resting_on(array(select supplier_id from old_rows where supplier_id is not null), array(select product_id from old_rows where product_id is not null))'),
      ('origin_headline', 'insert', '', 'select d.id from deployment d join new_rows n on n.subject_id = d.product_id'),
      ('origin_headline', 'update', '', 'select d.id from deployment d join new_rows n on n.subject_id = d.product_id'),
      ('origin_headline', 'delete', '', 'select d.id from deployment d join old_rows o on o.subject_id = d.product_id'),
      ('decision', 'insert', '', 'select deployment_id from new_rows'),
      ('decision', 'update', '', 'select deployment_id from new_rows')
    ) t(relation, op, seen_to_by, touched)
  loop
    execute format('drop trigger if exists register_%s on %I', watched.op, watched.relation);
    execute format('create trigger register_%1$s after %1$s on %2$I referencing %3$s for each statement execute function refresh_register_of_changed(%4$L, %5$L)',
      watched.op, watched.relation,
      case watched.op when 'insert' then 'new table as new_rows' when 'update' then 'new table as new_rows old table as old_rows'
        else 'old table as old_rows' end, watched.touched, watched.seen_to_by);
  end loop;
end $$;

create unique index if not exists register_entry_current on register_entry (deployment_id) where valid_to = 'infinity';
-- Over the past as well, whose pages are to cost what those of the present do.
drop index if exists register_entry_supplier, register_entry_country;
create index if not exists register_entry_supplier_ever on register_entry (supplier, product, deployment_id, valid_to, valid_from);
create index if not exists register_entry_country_ever on register_entry (country_of_origin, classification_rank, valid_to, valid_from);
create index if not exists register_entry_due on register_entry (due_on, deployment_id) where valid_to = 'infinity';
-- Of the past as well, which the pages of records show.
drop index if exists register_entry_supplier_id, register_entry_product_id, register_entry_system_id;
create index if not exists register_entry_of_supplier on register_entry (supplier_id);
create index if not exists register_entry_of_product on register_entry (product_id);
create index if not exists register_entry_of_system on register_entry (system_id);
-- How many there are by organisation and classification is read off this index alone.
drop index if exists register_entry_place;
create index if not exists register_entry_place_seen on register_entry (organisation_id, classification, access_rank, access_compartment_id) where valid_to = 'infinity';

-- The values of the filter by advisory that a row of these verdicts has: each reference, alone and with
-- its verdict.
create or replace function verdict_values(verdicts text) returns setof text
language sql immutable parallel safe rows 2
as $$
  select given.value from unnest(string_to_array(verdicts, '; ')) verdict
  cross join lateral (values (verdict), (split_part(verdict, ':', 1))) as given(value)
$$;

-- Rows of before the verdicts stood in them.
select refresh_register(array(
  select deployment_id from register_entry where valid_to = 'infinity' and exposure <> 'none' and verdicts = ''));
