-- The read model: register_entry holds one flat row per deployment version.

-- What the flat row of each deployment should be now; the definition that triggers keep true.
create or replace view register_source as
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
  array_to_string(s.purposes, '; ') as purposes,
  d.status,
  coalesce(d.installations, -1) as installations,
  'none'::text as exposure,
  ''::text as advisories,
  c.id as decision_id,
  coalesce(c.outcome, '') as decision,
  coalesce(c.basis, '') as decision_basis,
  coalesce(c.state, '') as decision_state,
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
-- In force first, else what is proposed, else what expired.
left join lateral (
  select * from decision
  where deployment_id = d.id and state in ('approved', 'in_progress', 'done', 'proposed', 'expired')
  order by case state when 'proposed' then 2 when 'expired' then 3 else 1 end,
    coalesce(approved_at, proposed_at) desc, id
  limit 1
) c on true;

create or replace function refresh_register(deployments uuid[]) returns void
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  moment timestamptz;
begin
  if deployments is null then return; end if;
  moment := change_time();

  update register_entry e set valid_to = moment
  from unnest(deployments) w(id)
  where e.deployment_id = w.id and e.valid_to = 'infinity'
    and not exists (
      select 1 from register_source r
      where r.deployment_id = e.deployment_id
        and (r.organisation_id, r.system_id, r.product_id, r.supplier_id, r.supplier, r.country_of_origin, r.origin_facet,
             r.origin_source, r.product, r.product_category, r.version, r.organisation, r.system, r.classification,
             r.classification_label, r.classification_rank, r.marking, r.purposes, r.status, r.installations, r.exposure,
             r.advisories, r.decision_id, r.decision, r.decision_basis, r.decision_state, r.rationale, r.proposed_by,
             r.approved_by, r.decided_at, r.due_on, r.expires_on, r.owner)
          is not distinct from
            (e.organisation_id, e.system_id, e.product_id, e.supplier_id, e.supplier, e.country_of_origin, e.origin_facet,
             e.origin_source, e.product, e.product_category, e.version, e.organisation, e.system, e.classification,
             e.classification_label, e.classification_rank, e.marking, e.purposes, e.status, e.installations, e.exposure,
             e.advisories, e.decision_id, e.decision, e.decision_basis, e.decision_state, e.rationale, e.proposed_by,
             e.approved_by, e.decided_at, e.due_on, e.expires_on, e.owner));

  -- A version that began in this same transaction was never true for anybody else.
  delete from register_entry e using unnest(deployments) w(id)
  where e.deployment_id = w.id and e.valid_from = moment and e.valid_to = moment;

  insert into register_entry (
    deployment_id, valid_from, access_rank, organisation_id, system_id, product_id, supplier_id, supplier,
    country_of_origin, origin_facet, origin_source, product, product_category, version, organisation, system,
    classification, classification_label, classification_rank, marking, purposes, status, installations, exposure,
    advisories, decision_id, decision, decision_basis, decision_state, rationale, proposed_by, approved_by, decided_at,
    due_on, expires_on, owner)
  select
    r.deployment_id, moment, r.classification_rank, r.organisation_id, r.system_id, r.product_id, r.supplier_id, r.supplier,
    r.country_of_origin, r.origin_facet, r.origin_source, r.product, r.product_category, r.version, r.organisation, r.system,
    r.classification, r.classification_label, r.classification_rank, r.marking, r.purposes, r.status, r.installations, r.exposure,
    r.advisories, r.decision_id, r.decision, r.decision_basis, r.decision_state, r.rationale, r.proposed_by, r.approved_by, r.decided_at,
    r.due_on, r.expires_on, r.owner
  from unnest(deployments) w(id) join register_source r on r.deployment_id = w.id
  where not exists (select 1 from register_entry e where e.deployment_id = w.id and e.valid_to = 'infinity');

  -- The past is read by the higher of its classification then and now.
  update register_entry e set access_rank = greatest(e.classification_rank, s.classification_rank)
  from unnest(deployments) w(id) join deployment d on d.id = w.id join system s on s.id = d.system_id
  where e.deployment_id = w.id and e.valid_to < 'infinity'
    and e.access_rank <> greatest(e.classification_rank, s.classification_rank);
end $$;

-- Statement trigger. Its argument is a query over the transition tables that gives the ids of the
-- deployments whose flat row may have changed.
create or replace function refresh_register_of_changed() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  deployments uuid[];
begin
  execute format('select array_agg(distinct id) from (%s) touched(id)', tg_argv[0]) into deployments;
  perform refresh_register(deployments);
  return null;
end $$;

do $$
declare
  watched record;
begin
  for watched in
    select * from (values
      ('deployment', 'insert', 'select id from new_rows'),
      ('deployment', 'update', 'select id from new_rows'),
      ('deployment', 'delete', 'select id from old_rows'),
      ('system', 'update', 'select d.id from deployment d join new_rows n on n.id = d.system_id'),
      ('organisation', 'update', 'select d.id from deployment d join system s on s.id = d.system_id join new_rows n on n.id = s.organisation_id'),
      ('product', 'update', 'select d.id from deployment d join new_rows n on n.id = d.product_id'),
      ('supplier', 'update', 'select d.id from deployment d join product p on p.id = d.product_id join new_rows n on n.id = p.supplier_id'),
      ('origin_headline', 'insert', 'select d.id from deployment d join new_rows n on n.subject_id = d.product_id'),
      ('origin_headline', 'update', 'select d.id from deployment d join new_rows n on n.subject_id = d.product_id'),
      ('origin_headline', 'delete', 'select d.id from deployment d join old_rows o on o.subject_id = d.product_id'),
      ('decision', 'insert', 'select deployment_id from new_rows'),
      ('decision', 'update', 'select deployment_id from new_rows')
    ) t(relation, op, touched)
  loop
    execute format('drop trigger if exists register_%s on %I', watched.op, watched.relation);
    execute format('create trigger register_%1$s after %1$s on %2$I referencing %3$s for each statement execute function refresh_register_of_changed(%4$L)',
      watched.op, watched.relation,
      case watched.op when 'insert' then 'new table as new_rows' when 'update' then 'new table as new_rows old table as old_rows'
        else 'old table as old_rows' end, watched.touched);
  end loop;
end $$;

create unique index if not exists register_entry_current on register_entry (deployment_id) where valid_to = 'infinity';
create index if not exists register_entry_supplier on register_entry (supplier, product, deployment_id) where valid_to = 'infinity';
create index if not exists register_entry_country on register_entry (country_of_origin, classification_rank) where valid_to = 'infinity';
create index if not exists register_entry_due on register_entry (due_on, deployment_id) where valid_to = 'infinity';
create index if not exists register_entry_supplier_id on register_entry (supplier_id) where valid_to = 'infinity';
create index if not exists register_entry_product_id on register_entry (product_id) where valid_to = 'infinity';
create index if not exists register_entry_system_id on register_entry (system_id) where valid_to = 'infinity';
