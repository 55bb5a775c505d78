-- How each active advisory judges each deployment: kept in versions, so that the past can be asked.

-- Judges anew the deployments of `among` (null: all) by these advisories (null: all), and returns those
-- of which a verdict has changed. Only what has changed is written.
create or replace function refresh_exposures(advisories uuid[], among uuid[]) returns uuid[]
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  moment timestamptz := change_time();
  changed uuid[];
begin
  with fresh as materialized (
    select a.id as advisory_id, v.*, s.classification_rank as access_rank, s.organisation_id, s.compartment_id as access_compartment_id
    from advisory a cross join lateral rule_verdicts(a.rules, a.issued_on, among) v
    join deployment d on d.id = v.deployment_id join system s on s.id = d.system_id
    where a.status = 'active' and (advisories is null or a.id = any(advisories))
  ), held as materialized (
    select e.* from exposure e
    where e.valid_to = 'infinity' and (among is null or e.deployment_id = any(among)) and (advisories is null or e.advisory_id = any(advisories))
  ), same as materialized (
    select h.exposure_id, f.advisory_id, f.deployment_id
    from held h join fresh f on f.deployment_id = h.deployment_id and f.advisory_id = h.advisory_id
    where (f.verdict, f.rule, f.other_rules, f.action, f.strength, f.due_on, f.access_rank, f.organisation_id, f.access_compartment_id)
        = (h.verdict, h.rule, h.other_rules, h.action, h.strength, h.due_on, h.access_rank, h.organisation_id, h.access_compartment_id)
  ), stale as materialized (
    select h.* from held h where not exists (select from same s where s.exposure_id = h.exposure_id)
  ), gone as (
    -- A version that began in this same transaction was never true for anybody else.
    delete from exposure e using stale s where e.exposure_id = s.exposure_id and s.valid_from = moment returning e.deployment_id
  ), closed as (
    update exposure e set valid_to = moment from stale s where e.exposure_id = s.exposure_id and s.valid_from < moment returning e.deployment_id
  ), opened as (
    insert into exposure (deployment_id, advisory_id, verdict, rule, other_rules, action, strength, due_on, valid_from, access_rank, organisation_id, access_compartment_id)
    select f.deployment_id, f.advisory_id, f.verdict, f.rule, f.other_rules, f.action, f.strength, f.due_on, moment, f.access_rank, f.organisation_id, f.access_compartment_id
    from fresh f where not exists (select from same s where s.advisory_id = f.advisory_id and s.deployment_id = f.deployment_id)
    returning deployment_id
  )
  select array_agg(distinct deployment_id) into changed
    from (select deployment_id from gone union all select deployment_id from closed union all select deployment_id from opened) touched;

  -- What reads them next in this transaction has to be planned for how many there are now.
  if cardinality(changed) > 1000 then analyze exposure; end if;

  -- The past is read by the higher of its classification then and now, and by the compartments of both.
  update exposure e set access_rank = greatest(e.access_rank, s.classification_rank),
    access_compartment_id = compartment_of_all(array[e.access_compartment_id, s.compartment_id])
  from unnest(coalesce(among, changed)) w(id) join deployment d on d.id = w.id join system s on s.id = d.system_id
  where e.deployment_id = w.id and e.valid_to < 'infinity' and (e.access_rank < s.classification_rank
    or s.compartment_id not in (0, e.access_compartment_id)
      and e.access_compartment_id <> compartment_of_all(array[e.access_compartment_id, s.compartment_id]));
  return changed;
end $$;

-- The same for the entire register, planned as such: what is planned for a few deployments would take
-- minutes for all.
create or replace function refresh_all_exposures(advisories uuid[]) returns uuid[]
language sql volatile security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan
as $$ select refresh_exposures(advisories, null) $$;

create index if not exists exposure_current on exposure (deployment_id) where valid_to = 'infinity';
-- Not only over what is current: where few rows were current when last counted, an index of just those
-- would be read whole for each deployment.
create index if not exists exposure_of_advisory on exposure (advisory_id, valid_to, organisation_id, verdict);

-- The deployments whose verdicts may rest on these suppliers or products: by what they own, are owned by
-- and have owners in common with, at whatever time; and by what is embedded in what.
create or replace function deployments_resting_on(suppliers uuid[], products uuid[]) returns setof uuid
language sql stable security definer set search_path = public, pg_temp
as $$
  with recursive related(id) as (
    select distinct s from unnest(suppliers) s
    union
    select case when l.owner_id = r.id then l.owned_id else l.owner_id end
    from related r join ownership_link l on l.owner_id = r.id or l.owned_id = r.id
  ), resting(id) as (
    select id from product where supplier_id in (select id from related)
    union
    select p from unnest(products) p
    union
    select c.product_id from resting r join product_component c on c.component_id = r.id
  )
  select d.id from deployment d where d.product_id in (select id from resting)
$$;
