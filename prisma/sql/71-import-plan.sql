-- Import, second part: what the lines mean for the register. The plan stands in temporary tables,
-- one row per thing with its id, what to write, and is_new or is_changed. A rehearsal counts it,
-- the real run writes it. Ids of new things are given here.

create or replace function import_plan_suppliers(batch uuid) returns void language plpgsql as $$
begin
  -- Whose name each name in the file is: the supplier's own, an alias, or one settled by a person.
  create temp table plan_supplier_name on commit drop as
  select l.name, l.name_key, l.line, l.website, l.contradicts, m.id is not null as is_settled,
    coalesce(s.id, a.supplier_id, m.supplier_id) as supplier_id,
    case when s.id is null and a.supplier_id is null and m.supplier_id is null then m.candidate end as same_as,
    false as is_new
  from (
    select supplier as name, min(supplier_key) as name_key, min(line) as line,
      min(supplier_website) as website, min(supplier_website) <> max(supplier_website) as contradicts
    from import_line where supplier is not null group by supplier
  ) l
  left join supplier s on s.name = l.name
  left join (
    select name, min(supplier_id::text)::uuid as supplier_id from supplier_alias group by name having count(*) = 1
  ) a on a.name = l.name
  left join import_match m on m.import_id = batch and m.name = l.name and m.same and s.id is null and a.supplier_id is null;

  update plan_supplier_name n set supplier_id = gen_random_uuid(), is_new = true
  where supplier_id is null and not exists (select 1 from plan_supplier_name o where o.name = n.same_as);
  loop
    update plan_supplier_name n set supplier_id = o.supplier_id from plan_supplier_name o
    where n.supplier_id is null and o.name = n.same_as and o.supplier_id is not null;
    exit when not found;
  end loop;
  analyze plan_supplier_name;

  create temp table plan_supplier on commit drop as
  select n.supplier_id as id, coalesce(s.name, n.name) as name, n.name_key, n.website, n.contradicts,
    s.id is null as is_new, coalesce(n.website <> s.website, false) as is_changed
  from (
    select supplier_id, min(name) filter (where is_new) as name, min(name_key) filter (where is_new) as name_key,
      min(website) as website, coalesce(bool_or(contradicts), false) or coalesce(min(website) <> max(website), false) as contradicts
    from plan_supplier_name group by supplier_id
  ) n
  left join supplier s on s.id = n.supplier_id;
  analyze plan_supplier;

  create temp table plan_alias on commit drop as
  select distinct on (g.supplier_id, g.name) g.supplier_id, g.name, g.name_key, a.id is null as is_new
  from (
    select n.supplier_id, given.name, given.name_key
    from (
      select distinct supplier, unnest(supplier_aliases) as name, unnest(alias_keys) as name_key
      from import_line where supplier_aliases is not null
    ) given join plan_supplier_name n on n.name = given.supplier
    union all
    select supplier_id, name, name_key from plan_supplier_name where is_settled and not is_new
  ) g
  join plan_supplier s on s.id = g.supplier_id and s.name <> g.name
  left join supplier_alias a on a.supplier_id = g.supplier_id and a.name = g.name;

  if exists (select 1 from plan_supplier where contradicts) then
    perform import_report_contradictions('import_line l join plan_supplier_name n on n.name = l.supplier',
      'n.supplier_id', 'supplier_website', 'supplier');
  end if;
end $$;

-- A file of deployments names products and systems; it does not make them up.
create or replace function import_plan_products(kind text) returns void language plpgsql as $$
begin
  create temp table plan_product_name on commit drop as
  select l.supplier, l.name, n.supplier_id, null::uuid as product_id, l.line, l.category, l.components_source, l.contradicts
  from (
    select supplier, product as name, min(line) as line,
      min(product_category) as category, min(components_source) as components_source,
      coalesce(min(product_category) <> max(product_category), false) or coalesce(min(components_source) <> max(components_source), false) as contradicts
    from import_line where product is not null group by supplier, product
  ) l join plan_supplier_name n on n.name = l.supplier;

  create temp table plan_product on commit drop as
  select coalesce(p.id, gen_random_uuid()) as id, g.supplier_id, g.name, g.category, g.components_source, g.contradicts,
    p.id is null as is_new,
    coalesce(g.category <> p.category, false)
      or coalesce(not p.components_complete or g.components_source <> p.components_source, false) and g.components_source is not null as is_changed
  from (
    select supplier_id, name, min(category) as category, min(components_source) as components_source,
      bool_or(contradicts) or coalesce(min(category) <> max(category), false)
        or coalesce(min(components_source) <> max(components_source), false) as contradicts
    from plan_product_name group by supplier_id, name
  ) g left join product p on p.supplier_id = g.supplier_id and p.name = g.name;
  update plan_product_name n set product_id = p.id from plan_product p where p.supplier_id = n.supplier_id and p.name = n.name;
  analyze plan_product_name;
  analyze plan_product;

  if exists (select 1 from plan_product where contradicts) then
    perform import_report_contradictions('import_line l join plan_product_name n on n.supplier = l.supplier and n.name = l.product',
      'n.product_id', 'product_category', 'product');
    perform import_report_contradictions('import_line l join plan_product_name n on n.supplier = l.supplier and n.name = l.product',
      'n.product_id', 'components_source', 'product');
  end if;
  if kind = 'deployments' then
    insert into import_found (line, field, value, reason)
    select l.line, 'product', l.product, format('The register has no product of this name by %s. Import products first, or import the file as an inventory.', l.supplier)
    from plan_product p join plan_product_name n on n.product_id = p.id
    join import_line l on l.supplier = n.supplier and l.product = n.name
    where p.is_new;
  end if;
end $$;

-- A component is named by its product's name, or by 'Supplier: Product' where the name alone could
-- mean several. The same supplier's product goes before others of that name.
create or replace function import_plan_components() returns void language plpgsql as $$
begin
  create temp table plan_component_name on commit drop as
  with wanted as (
    select n.product_id, n.supplier_id, c.name, min(c.line) as line
    from (select line, supplier, product, unnest(components) as name from import_line where components is not null) c
    join plan_product_name n on n.supplier = c.supplier and n.name = c.product
    group by n.product_id, n.supplier_id, c.name
  ), candidate as (
    select p.id, p.supplier_id, p.name, s.name || ': ' || p.name as full_name from product p join supplier s on s.id = p.supplier_id
    union all
    select p.id, p.supplier_id, p.name, s.name || ': ' || p.name from plan_product p join plan_supplier s on s.id = p.supplier_id where p.is_new
  ), found as (
    select w.product_id, w.name, c.id, case when c.supplier_id = w.supplier_id then 1 else 3 end as rank
    from wanted w join candidate c on c.name = w.name
    union all
    select w.product_id, w.name, c.id, 2 from wanted w join candidate c on c.full_name = w.name
  ), best as (
    select product_id, name, rank, count(*) as matches, min(id::text)::uuid as component_id,
      row_number() over (partition by product_id, name order by rank) as place
    from found group by product_id, name, rank
  )
  select w.product_id, w.name, w.line, coalesce(b.matches, 0) as matches, b.component_id
  from wanted w
  left join best b on b.product_id = w.product_id and b.name = w.name and b.place = 1;

  insert into import_found (line, field, value, reason)
  select line, 'components', name, case
    when matches = 0 then 'There is no product of this name in the register or in the file.'
    when matches > 1 then 'Several suppliers have a product of this name. Write “Supplier: Product”.'
    else 'A product cannot be a component of itself.' end
  from plan_component_name where matches <> 1 or component_id = product_id;

  create temp table plan_component on commit drop as
  select distinct n.product_id, n.component_id, c.id is null as is_new
  from plan_component_name n
  left join product_component c on c.product_id = n.product_id and c.component_id = n.component_id
  where n.matches = 1 and n.component_id <> n.product_id;
end $$;

-- A fact is one source's statement about one facet. Where the file names no source it is the file
-- itself, and a country that the register already has for the facet is nothing new.
create or replace function import_plan_facts(file_name text) returns void language plpgsql as $$
declare
  today date := (now() at time zone 'UTC')::date;
begin
  create temp table plan_fact on commit drop as
  with stated as (
    select n.supplier_id, p.product_id, l.facet, coalesce(l.source, file_name) as source, l.source is not null as is_sourced,
      l.country, l.confidence, l.contradicts
    from (
      select supplier, case when origin_subject = 'product' then product end as product, origin_facet as facet, origin_source as source,
        min(country_of_origin) as country, min(origin_confidence) as confidence,
        coalesce(min(country_of_origin) <> max(country_of_origin), false)
          or coalesce(min(origin_confidence) <> max(origin_confidence), false) as contradicts
      from import_line where country_of_origin is not null group by 1, 2, 3, 4
    ) l
    join plan_supplier_name n on n.name = l.supplier
    left join plan_product_name p on p.supplier = l.supplier and p.name = l.product
  ), subject as (
    select case when product_id is null then supplier_id end as supplier_id, product_id, facet, source, bool_or(is_sourced) as is_sourced,
      min(country) as country, min(confidence) as confidence,
      bool_or(contradicts) or coalesce(min(country) <> max(country), false) or coalesce(min(confidence) <> max(confidence), false) as contradicts
    from stated group by 1, 2, 3, 4
  ), standing as (
    select s.*, f.id as fact_id, f.country as fact_country, f.confidence as fact_confidence,
      not s.is_sourced and exists (
        select 1 from origin_fact o where (o.supplier_id = s.supplier_id or o.product_id = s.product_id) and o.facet = s.facet
          and o.country is not distinct from s.country and (o.valid_to is null or o.valid_to > today)) as is_known
    from subject s
    left join lateral (
      select o.id, o.country, o.confidence from origin_fact o
      where (o.supplier_id = s.supplier_id or o.product_id = s.product_id) and o.facet = s.facet and o.source = s.source
        and (o.valid_to is null or o.valid_to > today)
      order by o.recorded_at desc, o.id limit 1) f on true
  )
  select coalesce(fact_id, gen_random_uuid()) as id, supplier_id, product_id, facet, source, country, confidence, contradicts,
    fact_id is null and not is_known as is_new,
    fact_id is not null and not is_known
      and (country is distinct from fact_country or coalesce(confidence <> fact_confidence, false)) as is_changed
  from standing;

  if exists (select 1 from plan_fact where contradicts) then
    perform import_report_contradictions(
      $source$(
        select i.line, i.country_of_origin, i.origin_confidence, n.supplier_id,
          case when i.origin_subject = 'product' then p.product_id end as product_id, i.origin_facet, i.origin_source
        from import_line i join plan_supplier_name n on n.name = i.supplier
        left join plan_product_name p on p.supplier = i.supplier and p.name = i.product
        where i.country_of_origin is not null) l$source$,
      'coalesce(l.product_id, l.supplier_id), l.origin_facet, l.origin_source', field, 'facet of origin')
    from unnest(array['country_of_origin', 'origin_confidence']) field;
  end if;
end $$;

create or replace function import_plan_systems() returns void language plpgsql as $$
begin
  create temp table plan_organisation on commit drop as
  select coalesce(o.id, gen_random_uuid()) as id, l.name, l.kind, l.line, l.contradicts,
    o.id is null as is_new, coalesce(l.kind <> o.kind, false) as is_changed
  from (
    select organisation as name, min(line) as line, min(organisation_kind) as kind,
      coalesce(min(organisation_kind) <> max(organisation_kind), false) as contradicts
    from import_line where organisation is not null group by organisation
  ) l left join organisation o on o.name = l.name;
  analyze plan_organisation;

  -- A label of another scheme does not unsettle what a person has settled.
  create temp table plan_system on commit drop as
  select coalesce(s.id, gen_random_uuid()) as id, o.id as organisation_id, l.organisation, l.name, l.line, l.contradicts,
    coalesce(given.classification, s.classification) as classification,
    case when given.classification is null then coalesce(s.classification_label, '')
         else coalesce(nullif(l.label, ''), s.classification_label, '') end as classification_label,
    case when given.classification is null then coalesce(s.markings, '{}')
         when l.markings @> s.markings and l.markings <@ s.markings then s.markings
         when l.markings is not null then l.markings
         when given.classification = 'OFFICIAL' then coalesce(s.markings, '{}')
         else array_remove(coalesce(s.markings, '{}'), 'SENSITIVE') end as markings,
    -- The order means nothing, so another order is no change.
    case when l.purposes @> s.purposes and l.purposes <@ s.purposes then s.purposes
         else coalesce(l.purposes, s.purposes, '{}') end as purposes,
    coalesce(l.owner, s.owner, '') as owner,
    s.id is null as is_new, false as is_changed
  from (
    select organisation, system as name, min(line) as line, min(classification) as classification, min(classification_label) as label,
      min(markings) as markings, min(purposes) as purposes, min(system_owner) as owner,
      coalesce(min(classification) <> max(classification), false) or coalesce(min(classification_label) <> max(classification_label), false)
        or coalesce(min(markings) <> max(markings), false) or coalesce(min(purposes) <> max(purposes), false)
        or coalesce(min(system_owner) <> max(system_owner), false) as contradicts
    from import_line where system is not null group by organisation, system
  ) l
  join plan_organisation o on o.name = l.organisation
  left join lateral (
    select * from system x where x.organisation_id = o.id and x.name = l.name order by x.classification_rank, x.compartment_id limit 1
  ) s on true
  cross join lateral (
    select case when l.classification = 'UNSETTLED' and s.classification <> 'UNSETTLED' then null else l.classification end as classification
  ) given;
  update plan_system p set is_changed = true from system s
  where s.id = p.id and (s.classification, s.classification_label, s.markings, s.purposes, s.owner)
    is distinct from (p.classification, p.classification_label, p.markings, p.purposes, p.owner);
  analyze plan_system;

  insert into import_found (line, field, value, reason)
  select l.line, 'organisation', l.organisation, 'You do not work for this organisation, or it is not in the register. Ask an administrator.'
  from plan_organisation o join import_line l on l.organisation = o.name
  where o.is_new and not actor_sees_all_organisations();
  insert into import_found (line, field, value, reason)
  select l.line, 'system', l.system, format('%s has no system of this name in the register. A new system needs its classification.', l.organisation)
  from plan_system s join import_line l on l.organisation = s.organisation and l.system = s.name
  where s.classification is null;
  insert into import_found (line, field, value, reason)
  select l.line, 'marking', array_to_string(s.markings, '; '), 'You do not hold a caveat that is among these markings, so you could not see the system.'
  from plan_system s join import_line l on l.organisation = s.organisation and l.system = s.name
  where s.markings <> '{}' and exists (
    select from unnest(system_demands(s.markings, '{}')) demand
    where demand <> all((select u.caveats from "user" u where u.id = actor_id())::text[]));
  -- A name is unique only among what the same people see.
  insert into import_found (line, field, value, reason)
  select l.line, 'system', l.system, format('You see several systems of %s with this name, classified differently. Give them different names first.', l.organisation)
  from plan_system s join import_line l on l.organisation = s.organisation and l.system = s.name
  where not s.is_new and exists (
    select from system x where x.organisation_id = s.organisation_id and x.name = s.name and x.id <> s.id);
  if exists (select 1 from plan_organisation where contradicts) then
    perform import_report_contradictions('import_line l', 'l.organisation', 'organisation_kind', 'organisation');
  end if;
  if exists (select 1 from plan_system where contradicts) then
    perform import_report_contradictions('import_line l', 'l.organisation, l.system', field, 'system')
    from unnest(array['classification', 'classification_label', 'markings', 'purposes', 'system_owner']) field;
  end if;
end $$;

-- A deployment is found by its id, else by system, product and version. A new one keeps the id that it has
-- in the file only where the importer sees everything: to anybody else an id that is taken would tell of a
-- deployment unseen.
create or replace function import_plan_deployments() returns void language plpgsql as $$
begin
  create temp table stated_deployment on commit drop as
  select s.id as system_id, p.product_id, coalesce(i.version, '') as version, min(i.line) as line,
    min(i.deployment_id::text)::uuid as given_id, min(i.installations) as installations, min(i.status) as status, min(i.owner) as owner,
    coalesce(min(i.deployment_id::text) <> max(i.deployment_id::text), false) or coalesce(min(i.installations) <> max(i.installations), false)
      or coalesce(min(i.status) <> max(i.status), false) or coalesce(min(i.owner) <> max(i.owner), false) as contradicts
  from import_line i
  join plan_system s on s.organisation = i.organisation and s.name = i.system
  join plan_product_name p on p.supplier = i.supplier and p.name = i.product
  group by 1, 2, 3;
  -- How many they are decides whether the register is looked at once for all or once for each.
  analyze stated_deployment;

  create temp table plan_deployment on commit drop as
  select coalesce(named.id, alike.id,
      case when (select actor_sees_everything() and actor_sees_all_organisations()) then l.given_id end, gen_random_uuid()) as id, l.system_id, l.product_id, l.version, l.given_id, l.line,
    l.installations, l.status, l.owner, l.contradicts,
    named.id is not null and alike.id is not null and named.id <> alike.id as collides,
    named.id is null and alike.id is null as is_new,
    false as is_changed
  from stated_deployment l
  left join deployment named on named.id = l.given_id
  left join deployment alike on alike.system_id = l.system_id and alike.product_id = l.product_id and alike.version = l.version;
  analyze plan_deployment;
  -- What a deployment inherits from its system is not said again of itself.
  update plan_deployment p set owner = null from plan_system s
  where s.id = p.system_id and s.owner = p.owner
    and (p.is_new or exists (select 1 from deployment d where d.id = p.id and d.owner = ''));
  update plan_deployment p set is_changed = true from deployment d
  where d.id = p.id and (d.system_id, d.product_id, d.version, d.status, d.owner, d.installations)
    is distinct from (p.system_id, p.product_id, p.version, coalesce(p.status, d.status), coalesce(p.owner, d.owner),
      coalesce(p.installations, d.installations));

  insert into import_found (line, field, value, reason)
  select line, 'deployment_id', given_id::text, 'Another deployment already has this system, product and version.'
  from plan_deployment where collides;
  insert into import_found (line, field, value, reason)
  select line, 'deployment_id', coalesce(given_id::text, ''), format('Line %s says something else about the same deployment.', first_line)
  from (select line, given_id, min(line) over (partition by id) as first_line from plan_deployment) given
  where line <> first_line;
  if exists (select 1 from plan_deployment where contradicts) then
    perform import_report_contradictions(
      'import_line l join plan_product_name n on n.supplier = l.supplier and n.name = l.product',
      $keys$l.organisation, l.system, n.product_id, coalesce(l.version, '')$keys$, field, 'deployment')
    from unnest(array['deployment_id', 'installations', 'status', 'owner']) field;
  end if;
end $$;

-- A decision that came from another register is taken over where this one has none.
create or replace function import_plan_decisions() returns void language plpgsql as $$
begin
  create temp table plan_decision on commit drop as
  with stated as (
    select distinct on (d.id) d.id as deployment_id, l.line, l.decision, l.decision_basis, l.decision_state, l.rationale,
      coalesce(l.proposed_by, '') as proposed_by, coalesce(l.approved_by, '') as approved_by, l.decided_at, l.due_on, l.expires_on
    from import_line l
    join plan_system s on s.organisation = l.organisation and s.name = l.system
    join plan_product_name p on p.supplier = l.supplier and p.name = l.product
    join plan_deployment d on d.system_id = s.id and d.product_id = p.product_id and d.version = coalesce(l.version, '')
    where l.decision is not null
    order by d.id, l.line
  )
  select d.*, coalesce(e.decision, '') as standing, coalesce(e.decision, '') = '' as is_new,
    (d.decision, d.decision_basis, d.decision_state, coalesce(d.rationale, e.rationale), d.proposed_by, d.approved_by,
     coalesce(d.decided_at, 'infinity'), coalesce(d.due_on, 'infinity'), coalesce(d.expires_on, 'infinity'))
    is distinct from (e.decision, e.decision_basis, e.decision_state, e.rationale, e.proposed_by, e.approved_by,
      e.decided_at, e.due_on, e.expires_on) as differs
  from stated d
  left join register_entry e on e.deployment_id = d.deployment_id and e.valid_to = 'infinity';

  insert into import_found (line, field, value, reason)
  select line, 'decision', decision, format('The register already has a decision for this deployment: %s. Change it there.', replace(standing, '_', ' '))
  from plan_decision where not is_new and differs;
  perform import_report_contradictions(
    'import_line l join plan_product_name n on n.supplier = l.supplier and n.name = l.product',
    $keys$l.organisation, l.system, n.product_id, coalesce(l.version, '')$keys$, field, 'deployment')
  from unnest(array['decision', 'decision_basis', 'decision_state', 'rationale', 'proposed_by', 'approved_by', 'decided_at', 'due_on', 'expires_on']) field
  where exists (select 1 from plan_decision);
end $$;

create or replace function import_plan(batch uuid) returns void language plpgsql as $$
declare
  described import_batch;
begin
  select * into described from import_batch where id = batch;
  analyze import_line;
  perform import_plan_suppliers(batch);
  perform import_plan_products(described.kind);
  perform import_plan_components();
  perform import_plan_facts(described.file_name);
  perform import_plan_systems();
  perform import_plan_deployments();
  perform import_plan_decisions();
end $$;

-- What the plan comes to, per entity, of those that the file speaks of.
create or replace function import_counts() returns jsonb language plpgsql as $$
begin
  return (select coalesce(jsonb_object_agg(entity, jsonb_build_object('new', created, 'changed', changed, 'unchanged', total - created - changed)), '{}')
  from (
    select 'organisation' as entity, count(*) as total, count(*) filter (where is_new) as created, count(*) filter (where is_changed) as changed from plan_organisation
    union all select 'supplier', count(*), count(*) filter (where is_new), count(*) filter (where is_changed) from plan_supplier
    union all select 'supplier_alias', count(*), count(*) filter (where is_new), 0 from plan_alias
    union all select 'origin_fact', count(*), count(*) filter (where is_new), count(*) filter (where is_changed) from plan_fact
    union all select 'product', count(*), count(*) filter (where is_new), count(*) filter (where is_changed) from plan_product
    union all select 'product_component', count(*), count(*) filter (where is_new), 0 from plan_component
    union all select 'system', count(*), count(*) filter (where is_new), count(*) filter (where is_changed) from plan_system
    union all select 'deployment', count(*), count(*) filter (where is_new), count(*) filter (where is_changed) from plan_deployment
    union all select 'decision', count(*), count(*) filter (where is_new), 0 from plan_decision
  ) counted
  where total > 0);
end $$;
