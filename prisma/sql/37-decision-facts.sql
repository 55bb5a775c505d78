-- What a decision rests on: the facts of the deployment when it was proposed. They are frozen in the
-- decision; what differs from them later is said in its changed_facts.

-- The facts of these deployments now, as far as the caller may see them.
create or replace function decision_facts(deployments uuid[]) returns table (deployment_id uuid, facts jsonb)
language sql stable rows 1000
as $$
  with entry as materialized (
    select e.* from unnest(deployments) w(id) join register_entry e on e.deployment_id = w.id and e.valid_to = 'infinity'
  ), owned as materialized (
    select r.start_id as supplier_id, string_agg(s.name, '; ' order by s.name) as owners
    from ownership_reach((select array_agg(distinct supplier_id) from entry), true, share_of_control(), change_day()) r
    join supplier s on s.id = r.supplier_id
    where r.certain and r.supplier_id <> r.start_id
    group by r.start_id
  )
  select e.deployment_id, jsonb_build_object('supplier', e.supplier, 'product', e.product, 'version', e.version,
    'country_of_origin', e.country_of_origin, 'origin_facet', e.origin_facet, 'origin_source', e.origin_source,
    'organisation', e.organisation, 'system', e.system, 'classification', e.classification, 'marking', e.marking, 'owner', e.owner,
    'owners', coalesce(o.owners, ''), 'verdicts', coalesce(v.verdicts, '{}'))
  from entry e
  left join owned o on o.supplier_id = e.supplier_id
  left join lateral (
    select jsonb_object_agg(a.reference, jsonb_build_object('verdict', x.verdict, 'action', x.action, 'rule', x.rule)) as verdicts
    from exposure x join advisory a on a.id = x.advisory_id
    where x.deployment_id = e.deployment_id and x.valid_to = 'infinity'
  ) v on true
$$;

-- What of the frozen facts is otherwise now: an object of fact → {"before", "now"}. Only what a decision
-- hangs on: owners, origin, classification, verdicts. Facts that were not frozen are not compared.
create or replace function changed_facts(frozen jsonb, present jsonb) returns jsonb
language sql immutable parallel safe
as $$
  select coalesce(jsonb_object_agg(key, jsonb_build_object('before', frozen->key, 'now', present->key)), '{}')
  from unnest(array['owners', 'country_of_origin', 'classification', 'verdicts']) key
  where frozen ? key and frozen->key is distinct from present->key
$$;

-- Says of the decisions of these deployments what they no longer rest on. What was removed is gone: no
-- new decision is needed for it.
create or replace function refresh_changed_facts(deployments uuid[]) returns void
language sql volatile security definer set search_path = public, pg_temp
as $$
  with standing as materialized (
    select d.id, d.deployment_id, d.facts, d.changed_facts, d.advisory_version, a.reference, a.rules_version
    from decision d left join advisory a on a.id = d.advisory_id
    where d.deployment_id = any(deployments)
      and (d.state in ('proposed', 'approved', 'in_progress') or (d.state = 'done' and d.outcome not in ('remove', 'replace')))
  ), fresh as (
    select s.id, s.changed_facts as former,
      changed_facts(s.facts, f.facts) || case when s.rules_version > s.advisory_version
        then jsonb_build_object('advisory', jsonb_build_object('before', format('%s, version %s', s.reference, s.advisory_version),
          'now', format('%s, version %s', s.reference, s.rules_version))) else '{}' end as changed
    from standing s
    join decision_facts((select array_agg(distinct deployment_id) from standing)) f on f.deployment_id = s.deployment_id
  )
  update decision d set changed_facts = f.changed from fresh f where d.id = f.id and f.changed <> f.former
$$;
