-- What nobody has recorded, where a verdict cannot be told. app/_domain/verdict names the same facts for
-- one deployment; a test holds the two equal.

-- The facts that one rule misses for deployments of `among` on which it cannot tell.
create or replace function rule_gaps(criteria jsonb, today date, among uuid[])
returns table (deployment_id uuid, kind text, subject_type text, subject_id uuid, facet text)
language plpgsql stable rows 1000
as $$
declare
  on_day date := coalesce((criteria->>'onDate')::date, today);
  countries text[] := array(select jsonb_array_elements_text(criteria->'countries'));
  facets text[] := array(select jsonb_array_elements_text(criteria->'facets'));
  categories text[] := array(select jsonb_array_elements_text(criteria->'categories'));
  with_components boolean := criteria->>'components' = 'included';
  asks_version boolean := criteria->>'versionFrom' <> '' or criteria->>'versionTo' <> '';
  through_owners boolean := criteria->>'through' <> 'nothing';
  least_share numeric := case criteria->>'through' when 'share' then (criteria->>'sharePercent')::numeric else share_of_control() end;
  owner_facets text[] := coalesce(nullif(array(select unnest(facets) intersect select unnest(array['headquarters', 'incorporation'])), '{}'),
    array['headquarters']);
  products uuid[];
  systems uuid[];
begin
  select array_agg(distinct d.product_id), array_agg(distinct d.system_id) into products, systems
    from deployment d join unnest(among) w(id) on w.id = d.id;
  return query
  with recursive open_deployment as materialized (
    select d.id, d.product_id, d.system_id, p.matches, p.embedded, s.matches as system_matches, v.version_matches, t.product_matches
    from deployment d join unnest(among) w(id) on w.id = d.id
    join rule_products(criteria, today, products) p on p.product_id = d.product_id
    join rule_systems(criteria, systems) s on s.system_id = d.system_id
    cross join lateral (select case when asks_version then rule_version_matches(criteria, d.version) else true end as version_matches) v
    -- The version of what is embedded is not recorded.
    cross join lateral (
      select (p.matches and v.version_matches) or (p.embedded and case when not asks_version then true end) as product_matches) t
    where (t.product_matches and s.matches) is null
  ), inside(product_id, component_id) as (
    select distinct o.product_id, c.component_id from open_deployment o join product_component c on c.product_id = o.product_id
      where with_components and o.embedded is distinct from false
    union
    select i.product_id, c.component_id from inside i join product_component c on c.product_id = i.component_id
  ), pair as materialized (
    -- A product that is embedded in a circle is a part of itself as well.
    select distinct o.product_id, o.product_id as part_id, false as is_embedded from open_deployment o where o.matches is null
    union
    select i.product_id, i.component_id, true from inside i
  ), named as materialized (
    select array_agg(distinct part_id) as ids from pair
  ), part as materialized (
    -- On its own, whatever is embedded in it; and by its origin alone.
    select p.id, p.supplier_id, p.category, cardinality(countries) > 0 and o.product_id is not null as origin_is_open
    from rule_products(criteria || '{"components": "excluded"}', today, (select ids from named)) r
    join product p on p.id = r.product_id
    left join rule_products(criteria || '{"components": "excluded", "suppliers": [], "products": [], "categories": []}', today,
      (select ids from named)) o on o.product_id = p.id and o.matches is null
    where r.matches is null
  ), maker as materialized (
    select distinct p.supplier_id as id from part p where p.origin_is_open
  ), owner as materialized (
    select r.start_id, r.supplier_id, r.certain
    from ownership_reach((select array_agg(id) from maker), true, least_share, on_day) r
    where through_owners and r.supplier_id <> r.start_id
  ), told_of_maker as materialized (
    select * from supplier_facet_truths((select array_agg(id) from maker), facets, countries, on_day)
  ), told_of_part as materialized (
    select * from product_facet_truths((select array_agg(id) from part), facets, countries, on_day)
  ), owner_told as materialized (
    select o.start_id, o.supplier_id, o.certain, a.facet,
      case when f.supplier_id is not null then f.truth when 'none' = any(countries) then true end as truth
    from owner o cross join unnest(owner_facets) a(facet)
    left join supplier_facet_truths((select array_agg(distinct supplier_id) from owner), owner_facets, countries, on_day) f
      on f.supplier_id = o.supplier_id and f.facet = a.facet
  ), gap_of_part as materialized (
    select p.id as part_id, 'category' as kind, 'product' as subject_type, p.id as subject_id, '' as facet
    from part p where cardinality(categories) > 0 and p.category = 'not_recorded' and p.category <> all(categories)
    union
    select p.id, 'share', 'supplier', p.supplier_id, ''
    from part p join rule_suppliers(criteria, on_day) m on m.supplier_id = p.supplier_id and m.certain is null
    union
    select p.id, 'origin', case when own.product_id is null then 'supplier' else 'product' end,
      coalesce(own.product_id, p.supplier_id), a.facet
    from part p cross join unnest(facets) a(facet)
    left join told_of_part own on own.product_id = p.id and own.facet = a.facet
    left join told_of_maker made on made.supplier_id = p.supplier_id and made.facet = a.facet
    where p.origin_is_open and 'none' <> all(countries)
      and case when own.product_id is not null then own.truth is null
        when made.supplier_id is not null then made.truth is null
        else not (a.facet = 'ultimate_parent' and exists (
          select from owner o join ownership_link l on l.owned_id = p.supplier_id and l.owner_id = o.supplier_id
          where o.start_id = p.supplier_id and (l.control or l.share_percent >= greatest(least_share, share_of_control()))
            and (l.valid_from is null or l.valid_from <= on_day) and (l.valid_to is null or l.valid_to > on_day))) end
    union
    select p.id, 'origin', 'supplier', o.supplier_id, o.facet
    from part p join owner_told o on o.start_id = p.supplier_id where p.origin_is_open and o.truth is null
    union
    select p.id, 'share', 'supplier', p.supplier_id, ''
    from part p join owner_told o on o.start_id = p.supplier_id
    where p.origin_is_open and o.certain is null and o.truth is distinct from false
  )
  select o.id, g.kind, g.subject_type, g.subject_id, g.facet
  from open_deployment o join pair r on r.product_id = o.product_id join gap_of_part g on g.part_id = r.part_id
  where o.product_matches is null and (r.is_embedded or o.version_matches is distinct from false)
  union
  select o.id, 'components', 'product', o.product_id, ''
  from open_deployment o join product p on p.id = o.product_id
  where o.product_matches is null and with_components and not p.components_complete
  union
  select o.id, 'version', 'deployment', o.id, ''
  from open_deployment o
  where o.product_matches is null and asks_version and o.version_matches is null and o.matches is distinct from false
  union
  select o.id, 'classification', 'system', s.id, ''
  from open_deployment o join system s on s.id = o.system_id
  where o.system_matches is null and s.classification = 'UNSETTLED'
    and not (coalesce(criteria->>'classificationMin', 'OFFICIAL') = 'OFFICIAL' and coalesce(criteria->>'classificationMax', 'TOP SECRET') = 'TOP SECRET')
  union
  select o.id, 'purposes', 'system', s.id, ''
  from open_deployment o join system s on s.id = o.system_id
  where o.system_matches is null and cardinality(s.purposes) = 0
    and (jsonb_array_length(criteria->'purposes') > 0 or jsonb_array_length(criteria->'exceptPurposes') > 0);
end $$;

-- What the present verdicts *cannot tell* miss, of those that the caller may see: each fact once for each
-- deployment, whichever advisories ask for it.
create or replace function verdict_gaps()
returns table (deployment_id uuid, kind text, subject_type text, subject_id uuid, facet text)
language sql stable rows 10000
as $$
  select distinct g.*
  from advisory a
  cross join lateral jsonb_array_elements(a.rules) r
  cross join lateral rule_gaps(r->'criteria', change_day(), array(
    select e.deployment_id from exposure e where e.advisory_id = a.id and e.verdict = 'cannot_tell' and e.valid_to = 'infinity')) g
  where a.status = 'active' and r->>'action' <> 'no_action'
$$;
