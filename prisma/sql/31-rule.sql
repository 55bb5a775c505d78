-- The rules of advisories, evaluated for many deployments at once. app/_domain/verdict says the same
-- of one deployment and gives the reasons; a test holds the two equal on generated registers.
-- Truth is SQL's own three-valued one: true, false, and null for what cannot be told.

-- Strictest first. The same order and the same answers stand in app/_domain/advised-action.
create or replace function action_strictness(action text) returns smallint
language sql immutable parallel safe
as $$
  select array_position(array['must_not_use', 'remove', 'replace', 'isolate', 'do_not_install', 'do_not_procure',
    'restrict', 'assess', 'no_action'], action)::smallint
$$;

create or replace function strength_order(strength text) returns smallint
language sql immutable parallel safe
as $$ select array_position(array['must', 'should', 'consider'], strength)::smallint $$;

-- Whether a decision of this outcome carries out what a rule asks for.
create or replace function action_answers(action text, outcome text) returns boolean
language sql immutable parallel safe
as $$
  select case action
    when 'must_not_use' then outcome in ('remove', 'replace', 'isolate')
    when 'remove' then outcome in ('remove', 'replace', 'isolate')
    when 'replace' then outcome in ('remove', 'replace', 'at_contract_end')
    when 'isolate' then outcome = 'isolate'
    when 'do_not_install' then outcome in ('withdraw_from_new_users', 'restrict')
    when 'do_not_procure' then outcome in ('at_contract_end', 'restrict')
    when 'restrict' then outcome in ('restrict', 'isolate')
    when 'assess' then outcome in ('monitor', 'accept', 'restrict', 'on_trigger', 'at_contract_end')
    when 'no_action' then outcome = 'no_action'
    else false
  end
$$;

-- By when a rule is to be carried out: its latest *complete*, else its latest deadline, recurring ones
-- apart; infinity where it sets none. The same rule stands in app/_domain/deadline.
create or replace function rule_due_on(deadlines jsonb, issued_on date) returns date
language sql stable parallel safe
as $$
  select coalesce(max(day) filter (where step = 'complete'), max(day), 'infinity')
  from (
    select d->>'step' as step,
      case d->>'kind' when 'date' then (d->>'date')::date when 'after_issue' then issued_on + (d->>'days')::integer end as day
    from jsonb_array_elements(deadlines) d
  ) fixed
$$;

-- A version as text whose order, by bytes, is the order of the versions; null where none can be read.
-- Numbers compare as numbers, words of a preview come before the version itself, and what goes on
-- comes after it: 1.0-rc1 < 1.0 < 1.0.1. The same key stands in app/_domain/version-order.
create or replace function version_key(version text) returns text
language sql immutable parallel safe
as $$
  select string_agg(case
      when part ~ '^[0-9]' then '3' || lpad(length(ltrim(part, '0'))::text, 3, '0') || ltrim(part, '0')
      when lower(part) in ('alpha', 'beta', 'dev', 'm', 'pre', 'preview', 'rc', 'snapshot') then '0' || lower(part)
      else '2' || lower(part)
    end, ' ' order by ordinal) || ' 1'
  from regexp_matches(regexp_replace(version collate "C", '^\s*[vV](?=[0-9])', ''), '[0-9]+|[A-Za-z]+', 'g')
    with ordinality found(parts, ordinal) cross join lateral unnest(parts) part
$$;

-- The suppliers that a rule names. Those without an id are known by name or alias.
create or replace function named_suppliers(named jsonb) returns uuid[]
language sql stable
as $$
  select coalesce(array_agg(distinct id), '{}') from (
    select (n->>'id')::uuid as id from jsonb_array_elements(named) n where n->>'id' is not null
    union all
    select s.id from jsonb_array_elements(named) n join supplier s on lower(s.name) = lower(n->>'name') where n->>'id' is null
    union all
    select a.supplier_id from jsonb_array_elements(named) n join supplier_alias a on lower(a.name) = lower(n->>'name')
      where n->>'id' is null) found
$$;

create or replace function named_products(named jsonb) returns uuid[]
language sql stable
as $$
  select coalesce(array_agg(distinct id), '{}') from (
    select (n->>'id')::uuid as id from jsonb_array_elements(named) n where n->>'id' is not null
    union all
    select p.id from jsonb_array_elements(named) n join product p on lower(p.name) = lower(n->>'name') where n->>'id' is null) found
$$;

-- The least share that is more than half; shares have three decimals.
create or replace function share_of_control() returns numeric language sql immutable parallel safe as $$ select 50.001 $$;

-- Whom each supplier is owned by (upwards) or owns, over any number of links that held on the day,
-- itself included. A link counts by control or from the share on; one that records neither leaves
-- `certain` null.
create or replace function ownership_reach(start uuid[], upwards boolean, least_share numeric, on_day date)
returns table (start_id uuid, supplier_id uuid, certain boolean)
language sql stable rows 100
as $$
  with recursive link as materialized (
    select case when upwards then owned_id else owner_id end as near,
      case when upwards then owner_id else owned_id end as far,
      control or share_percent >= least_share as holds
    from ownership_link
    where (valid_from is null or valid_from <= on_day) and (valid_to is null or valid_to > on_day)
      -- Without a share only control is certain; that it does not hold is known from a small share.
      and (control or share_percent >= least_share) is distinct from false
  ), reach(start_id, supplier_id, certain) as (
    select distinct s, s, true from unnest(start) s
    union
    select r.start_id, l.far, r.certain and l.holds from reach r join link l on l.near = r.supplier_id
  )
  select r.start_id, r.supplier_id, bool_or(r.certain) from reach r group by r.start_id, r.supplier_id
$$;

-- The suppliers that a rule means by name and affiliation.
create or replace function rule_suppliers(criteria jsonb, on_day date) returns table (supplier_id uuid, certain boolean)
language plpgsql stable rows 20
as $$
declare
  named uuid[] := named_suppliers(criteria->'suppliers');
  half numeric := share_of_control();
begin
  return query
  select meant.id, bool_or(meant.certain) from (
    select unnest(named) as id, true as certain
    union all
    select r.supplier_id, r.certain from ownership_reach(named, false, half, on_day) r where criteria->'affiliates' ? 'owned'
    union all
    select r.supplier_id, r.certain from ownership_reach(named, true, half, on_day) r where criteria->'affiliates' ? 'owners'
    union all
    select sister.supplier_id, owner.certain and sister.certain
    from ownership_reach(named, true, half, on_day) owner
    cross join lateral ownership_reach(array[owner.supplier_id], false, half, on_day) sister
    where criteria->'affiliates' ? 'common_control' and owner.supplier_id <> owner.start_id and sister.supplier_id <> sister.start_id
  ) meant group by meant.id;
end $$;

-- Whether the facts of one subject about one facet name one of the countries. A company has one seat:
-- where sources differ the most trusted lead, and one that is trusted less than another leaves it open.
-- What is done in several places is done in each of them.
create or replace function facet_truth(facet text, matched smallint, known smallint, has_unknown boolean, none_matches boolean)
returns boolean
language sql immutable parallel safe
as $$
  select case
    when known is null then nullif(none_matches, false)
    when matched is not null then
      nullif(facet not in ('incorporation', 'headquarters', 'ultimate_parent') or matched <= known, false)
    when has_unknown then null
    else false
  end
$$;

create or replace function confidence_order(confidence text) returns smallint
language sql immutable parallel safe
as $$ select case confidence when 'confirmed' then 1 when 'probable' then 2 else 3 end::smallint $$;

-- Of each of these suppliers with facts by the facets on the day: whether they name one of the countries.
-- A supplier without a fact by a facet has no row for it.
create or replace function supplier_facet_truths(suppliers uuid[], facets text[], countries text[], on_day date)
returns table (supplier_id uuid, facet text, truth boolean)
language sql stable rows 50000
as $$
  select f.supplier_id, f.facet,
    facet_truth(f.facet, min(f.trust) filter (where f.country = any(countries)), min(f.trust) filter (where f.country is not null),
      bool_or(f.country is null), 'none' = any(countries))
  from (
    select o.supplier_id, o.facet, o.country, confidence_order(o.confidence) as trust
    from origin_fact o join unnest(suppliers) w(id) on w.id = o.supplier_id
    where o.facet = any(facets) and (o.valid_from is null or o.valid_from <= on_day) and (o.valid_to is null or o.valid_to > on_day)
  ) f
  group by f.supplier_id, f.facet
$$;

-- The same of products.
create or replace function product_facet_truths(products uuid[], facets text[], countries text[], on_day date)
returns table (product_id uuid, facet text, truth boolean)
language sql stable rows 100
as $$
  select f.product_id, f.facet,
    facet_truth(f.facet, min(f.trust) filter (where f.country = any(countries)), min(f.trust) filter (where f.country is not null),
      bool_or(f.country is null), 'none' = any(countries))
  from (
    select o.product_id, o.facet, o.country, confidence_order(o.confidence) as trust
    from origin_fact o join unnest(products) w(id) on w.id = o.product_id
    where o.facet = any(facets) and (o.valid_from is null or o.valid_from <= on_day) and (o.valid_to is null or o.valid_to > on_day)
      and o.product_id is not null
  ) f
  group by f.product_id, f.facet
$$;

-- Which products the rule may mean, by themselves or by what is embedded in them: those of `among`, or
-- all. Products that it does not mean either way are left out.
create or replace function rule_products(criteria jsonb, today date, among uuid[] default null)
returns table (product_id uuid, matches boolean, embedded boolean)
language plpgsql stable rows 2000
as $$
declare
  on_day date := coalesce((criteria->>'onDate')::date, today);
  countries text[] := array(select jsonb_array_elements_text(criteria->'countries'));
  facets text[] := array(select jsonb_array_elements_text(criteria->'facets'));
  categories text[] := array(select jsonb_array_elements_text(criteria->'categories'));
  asks_supplier boolean := jsonb_array_length(criteria->'suppliers') > 0;
  asks_product boolean := jsonb_array_length(criteria->'products') > 0;
  asks_origin boolean := cardinality(countries) > 0;
  products uuid[] := named_products(criteria->'products');
  except_products uuid[] := named_products(criteria->'exceptProducts');
  except_suppliers uuid[] := named_suppliers(criteria->'exceptSuppliers');
  with_components boolean := criteria->>'components' = 'included';
  through_owners boolean := asks_origin and criteria->>'through' <> 'nothing';
  least_share numeric := case criteria->>'through' when 'share' then (criteria->>'sharePercent')::numeric else share_of_control() end;
  -- An owner is judged by where it sits.
  owner_facets text[] := coalesce(nullif(array(select unnest(facets) intersect select unnest(array['headquarters', 'incorporation'])), '{}'),
    array['headquarters']);
begin
  return query
  with recursive wanted as materialized (
    select p.id, p.supplier_id, p.category, p.components_complete
    from product p
    where (among is null or p.id = any(among)) and p.id <> all(except_products) and p.supplier_id <> all(except_suppliers)
  ), inside(product_id, component_id) as (
    select w.id, c.component_id from wanted w join product_component c on c.product_id = w.id where with_components
    union
    select i.product_id, c.component_id from inside i join product_component c on c.product_id = i.component_id
  ), meant as materialized (select * from rule_suppliers(criteria, on_day) where asks_supplier),
  candidate as materialized (
    -- What is cheap to tell comes first, so that origins are looked at for what is left.
    select * from (
      select s.id, s.supplier_id,
        (cardinality(categories) = 0
          or case when s.category = any(categories) then true when s.category = 'not_recorded' then null else false end)
        and (not asks_product or s.id = any(products))
        and (not asks_supplier or case when m.supplier_id is null then false else m.certain end) as truth
      from (
        select w.id, w.supplier_id, w.category from wanted w
        union
        select p.id, p.supplier_id, p.category from inside i join product p on p.id = i.component_id
          where p.id <> all(except_products) and p.supplier_id <> all(except_suppliers)
      ) s
      left join meant m on m.supplier_id = s.supplier_id
    ) told where told.truth is distinct from false
  ), maker as materialized (
    select distinct c.supplier_id as id from candidate c where asks_origin
  ), owner as materialized (
    select r.start_id, r.supplier_id, r.certain
    from ownership_reach((select array_agg(id) from maker), true, least_share, on_day) r
    where through_owners and r.supplier_id <> r.start_id
  ), supplier_facet as materialized (
    select * from supplier_facet_truths((select array_agg(id) from (select k.id from maker k union select o.supplier_id from owner o) judged),
      array(select unnest(facets) union select unnest(owner_facets) where through_owners), countries, on_day) where asks_origin
  ), product_facet as materialized (
    select * from product_facet_truths((select array_agg(id) from candidate), facets, countries, on_day) where asks_origin
  ), controlled as materialized (
    -- Who its ultimate parent is, the owners say, who are judged themselves.
    select distinct l.owned_id as id from ownership_link l join maker k on k.id = l.owned_id
    where through_owners and (l.control or l.share_percent >= greatest(least_share, share_of_control()))
      and (l.valid_from is null or l.valid_from <= on_day) and (l.valid_to is null or l.valid_to > on_day)
  ), maker_asked as materialized (
    select k.id, a.facet,
      case when f.supplier_id is not null then f.truth
        when 'none' = any(countries) then true
        when a.facet = 'ultimate_parent' and c.id is not null then false end as truth
    from maker k cross join unnest(facets) a(facet)
    left join supplier_facet f on f.supplier_id = k.id and f.facet = a.facet
    left join controlled c on c.id = k.id
  ), maker_truth as materialized (
    -- Any of several: true if one is, else unknown if one is unknown.
    select k.id, case when bool_or(k.truth) then true when bool_and(k.truth is not null) then false end as truth
    from maker_asked k group by k.id
  ), owner_asked as materialized (
    select w.id, case when f.supplier_id is not null then f.truth when 'none' = any(countries) then true end as truth
    from (select distinct o.supplier_id as id from owner o) w cross join unnest(owner_facets) a(facet)
    left join supplier_facet f on f.supplier_id = w.id and f.facet = a.facet
  ), owner_truth as materialized (
    select o.start_id as id,
      case when bool_or(o.certain and k.truth) then true when bool_and((o.certain and k.truth) is not null) then false end as truth
    from owner o join owner_asked k on k.id = o.supplier_id
    group by o.start_id
  ), own_asked as materialized (
    -- What is recorded of the product itself goes before what is recorded of its maker.
    select c.id, case when f.product_id is not null then f.truth else k.truth end as truth
    from (select distinct f.product_id as id from product_facet f) special
    join candidate c on c.id = special.id join maker_asked k on k.id = c.supplier_id
    left join product_facet f on f.product_id = c.id and f.facet = k.facet
  ), own_truth as materialized (
    select k.id, case when bool_or(k.truth) then true when bool_and(k.truth is not null) then false end as truth
    from own_asked k group by k.id
  ), told as materialized (
    select c.id, c.truth and (not asks_origin
      or case when p.id is not null then p.truth else k.truth end
      or case when o.id is not null then o.truth else false end) as truth
    from candidate c
    left join own_truth p on p.id = c.id
    left join maker_truth k on k.id = c.supplier_id
    left join owner_truth o on o.id = c.supplier_id
  ), component_truth as materialized (
    select k.product_id as id, case when bool_or(k.truth) then true when bool_and(k.truth is not null) then false end as truth
    from (select i.product_id, case when t.id is null then false else t.truth end as truth
      from inside i left join told t on t.id = i.component_id) k
    group by k.product_id
  )
  select w.id, t.matches, t.embedded
  from wanted w
  left join told own on own.id = w.id
  left join component_truth c on c.id = w.id
  cross join lateral (
    select case when own.id is null then false else own.truth end as matches,
      -- Where the list of components is not whole there may be others.
      with_components and (case when c.id is null then false else c.truth end or case when w.components_complete then false end) as embedded
  ) t
  where t.matches is distinct from false or t.embedded is distinct from false;
end $$;

-- On which systems the rule may match, as far as the caller may see them: those of `among`, or all.
create or replace function rule_systems(criteria jsonb, among uuid[] default null)
returns table (system_id uuid, matches boolean)
language plpgsql stable rows 5000
as $$
declare
  least smallint := classification_rank(criteria->>'classificationMin');
  most smallint := classification_rank(criteria->>'classificationMax');
  wanted_markings text[] := array(select jsonb_array_elements_text(criteria->'markings'));
  except_markings text[] := array(select jsonb_array_elements_text(criteria->'exceptMarkings'));
  wanted_purposes text[] := array(select jsonb_array_elements_text(criteria->'purposes'));
  except_purposes text[] := array(select jsonb_array_elements_text(criteria->'exceptPurposes'));
  kinds text[] := array(select jsonb_array_elements_text(criteria->'organisationKinds'));
begin
  if criteria->>'classificationMin' is null then least := 1; end if;
  if criteria->>'classificationMax' is null then most := 3; end if;
  return query
  select * from (
    select s.id,
      -- What is not settled may be of any tier.
      (case when s.classification <> 'UNSETTLED' then s.classification_rank between least and most
        when least = 1 and most = 3 then true end)
      and (cardinality(wanted_markings) = 0 or s.markings && wanted_markings)
      and not s.markings && except_markings
      -- Without any purpose none was recorded.
      and (cardinality(wanted_purposes) = 0 or case when cardinality(s.purposes) > 0 then s.purposes && wanted_purposes end)
      and (cardinality(except_purposes) = 0 or case when cardinality(s.purposes) > 0 then not s.purposes && except_purposes end)
      and (cardinality(kinds) = 0 or o.kind = any(kinds)) as matches
    from system s join organisation o on o.id = s.organisation_id
    where among is null or s.id = any(among)
  ) told where told.matches is distinct from false;
end $$;

-- Whether the version lies in the rule's range; null where it cannot be read.
create or replace function rule_version_matches(criteria jsonb, version text) returns boolean
language sql immutable parallel safe
as $$
  select (criteria->>'versionFrom' = '' or version_key(version) >= version_key(criteria->>'versionFrom') collate "C")
    and (criteria->>'versionTo' = '' or version_key(version) <= version_key(criteria->>'versionTo') collate "C")
$$;
