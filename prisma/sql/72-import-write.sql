-- Import, third part: writes the plan, one statement per table for the new and one for the changed,
-- so that history and read model are refreshed once each. The rows' change_id is the import's id.

create or replace function import_write_organisations() returns void language plpgsql as $$
begin
  insert into organisation (id, name, kind) select id, name, coalesce(kind, 'other') from plan_organisation where is_new;
  update organisation o set kind = p.kind from plan_organisation p where p.id = o.id and p.is_changed;
end $$;

create or replace function import_write_suppliers() returns void language plpgsql as $$
begin
  insert into supplier (id, name, name_key, website) select id, name, name_key, coalesce(website, '') from plan_supplier where is_new;
  update supplier s set website = p.website from plan_supplier p where p.id = s.id and p.is_changed;
  insert into supplier_alias (supplier_id, name, name_key) select supplier_id, name, name_key from plan_alias where is_new;
end $$;

create or replace function import_write_facts(of_products boolean) returns void language plpgsql as $$
begin
  insert into origin_fact (id, supplier_id, product_id, facet, country, source, confidence, recorded_at)
  select id, supplier_id, product_id, facet, country, source, coalesce(confidence, 'unverified'), change_time()
  from plan_fact where is_new and (product_id is not null) = of_products;
  update origin_fact f set country = p.country, confidence = coalesce(p.confidence, f.confidence)
  from plan_fact p where p.id = f.id and p.is_changed and (p.product_id is not null) = of_products;
end $$;

create or replace function import_write_products() returns void language plpgsql as $$
begin
  insert into product (id, supplier_id, name, category, components_complete, components_source)
  select id, supplier_id, name, coalesce(category, 'not_recorded'), components_source is not null, coalesce(components_source, '')
  from plan_product where is_new;
  update product r set category = coalesce(p.category, r.category),
    components_complete = r.components_complete or p.components_source is not null, components_source = coalesce(p.components_source, r.components_source)
  from plan_product p where p.id = r.id and p.is_changed;
  insert into product_component (product_id, component_id) select product_id, component_id from plan_component where is_new;
end $$;

create or replace function import_write_systems() returns void language plpgsql as $$
begin
  -- Before the statements that write, which look up once what the actor sees.
  perform compartment_of(demands) from (
    select distinct system_demands(p.markings, coalesce(s.group_ids, '{}')) as demands from plan_system p left join system s on s.id = p.id
    where p.markings is distinct from s.markings) given;
  insert into system (id, organisation_id, name, classification, classification_label, markings, purposes, owner)
  select id, organisation_id, name, classification, classification_label, markings, purposes, owner from plan_system where is_new;
  update system s set classification = p.classification, classification_label = p.classification_label, markings = p.markings,
    purposes = p.purposes, owner = p.owner
  from plan_system p where p.id = s.id and p.is_changed;
end $$;

create or replace function import_write_deployments() returns void language plpgsql as $$
begin
  insert into deployment (id, system_id, product_id, version, installations, status, owner)
  select id, system_id, product_id, version, installations, coalesce(status, 'in_use'), coalesce(owner, '') from plan_deployment where is_new;
  update deployment d set system_id = p.system_id, product_id = p.product_id, version = p.version,
    installations = coalesce(p.installations, d.installations), status = coalesce(p.status, d.status), owner = coalesce(p.owner, d.owner)
  from plan_deployment p where p.id = d.id and p.is_changed;
end $$;

-- Takes decisions over from another register as they stood there. They answer for themselves by
-- two people: one who uploaded the file, and an approver who lets it in.
create or replace function import_insert_decisions(batch uuid, decisions jsonb) returns integer
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  described import_batch;
  total integer;
begin
  select * into described from import_batch where id = batch;
  if described.state is distinct from 'applying' or described.uploaded_by is null or actor_id() = described.uploaded_by
     or not actor_has_role('approver') then
    perform forbid('The file carries decisions. An approver who has not uploaded it has to apply it.');
  end if;
  insert into decision (deployment_id, proposal_id, outcome, basis, rationale, due_on, expires_on, facts, content_hash, state,
    proposed_by, proposed_by_name, proposed_at, approved_by_name, approved_at, import_id)
  select e.deployment_id, batch, c.decision, c.decision_basis, coalesce(c.rationale, ''), c.due_on, c.expires_on,
    jsonb_build_object('supplier', e.supplier, 'product', e.product, 'version', e.version, 'country_of_origin', e.country_of_origin,
      'origin_facet', e.origin_facet, 'origin_source', e.origin_source, 'organisation', e.organisation, 'system', e.system,
      'classification', e.classification, 'marking', e.marking, 'owner', e.owner),
    '', c.decision_state,
    -- What still waits is approved here, and not by who brought it.
    case when c.decision_state = 'proposed' then described.uploaded_by end,
    c.proposed_by, coalesce(c.decided_at, change_time()), c.approved_by, c.decided_at, batch
  from jsonb_to_recordset(decisions) c(deployment_id uuid, decision text, decision_basis text, decision_state text, rationale text,
    proposed_by text, approved_by text, decided_at timestamptz, due_on date, expires_on date)
  join register_entry e on e.deployment_id = c.deployment_id and e.valid_to = 'infinity'
  where e.access_rank <= (select actor_ceiling())
    and ((select actor_sees_all_organisations()) or e.organisation_id = any((select actor_organisations())::uuid[]))
    and e.access_compartment_id = any((select actor_compartments())::integer[]);
  get diagnostics total = row_count;
  if total <> jsonb_array_length(decisions) then
    perform forbid('Some of the deployments that the decisions belong to are not yours to see. Nothing was changed.');
  end if;
  return total;
end $$;

create or replace function import_write_decisions(batch uuid) returns void language plpgsql as $$
begin
  perform import_insert_decisions(batch, (select jsonb_agg(to_jsonb(p)) from plan_decision p where is_new))
  where exists (select 1 from plan_decision where is_new);
end $$;
