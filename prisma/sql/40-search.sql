-- Text search. ILIKE is not leak-proof, so under a policy it could not use its index; these
-- functions search with their owner's rights and return ids only, which the caller joins back
-- under its own policies. What the actor may not see is left out here as well.

-- The words of a search, as ILIKE patterns; every word must match somewhere.
create or replace function search_patterns(q text) returns setof text
language sql immutable parallel safe
as $$
  select '%' || replace(replace(replace(word, '\', '\\'), '%', '\%'), '_', '\_') || '%'
  from regexp_split_to_table(btrim(q), '\s+') word where word <> ''
$$;

create or replace function search_suppliers(q text) returns setof uuid
language sql stable security definer set search_path = public, pg_temp
as $$
  select s.id from supplier s
  where not exists (
    select 1 from search_patterns(q) w
    where not (s.name ilike w or exists (select 1 from supplier_alias a where a.supplier_id = s.id and a.name ilike w)))
$$;

create or replace function search_products(q text) returns setof uuid
language sql stable security definer set search_path = public, pg_temp
as $$
  select p.id from product p join supplier s on s.id = p.supplier_id
  where not exists (
    select 1 from search_patterns(q) w
    where not (p.name ilike w or s.name ilike w
      or exists (select 1 from supplier_alias a where a.supplier_id = s.id and a.name ilike w)))
$$;

create or replace function search_systems(q text) returns setof uuid
language sql stable security definer set search_path = public, pg_temp
as $$
  select s.id from system s
  where not exists (select 1 from search_patterns(q) w where not (s.name ilike w))
    and s.classification_rank <= (select actor_ceiling())
    and ((select actor_sees_all_organisations()) or s.organisation_id = any((select actor_organisations())::uuid[]))
    and s.compartment_id = any((select actor_compartments())::integer[])
$$;

-- Deployments by supplier, alias, product or system; words may match in different ones. What a word
-- matches is narrowed down to systems and products, since by these a deployment is found in its indexes.
create or replace function search_deployments(q text) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  pattern text;
  systems uuid[];
  products uuid[];
  condition text := 's.classification_rank <= $1 and ($2 is null or s.organisation_id = any($2)) and s.compartment_id = any($3)';
begin
  for pattern in select * from search_patterns(q) loop
    select array_agg(id) into systems from system where name ilike pattern;
    select array_agg(id) into products from (
      select id from product where name ilike pattern
      union select id from product where supplier_id = any(array(
        select id from supplier where name ilike pattern
        union all select supplier_id from supplier_alias where name ilike pattern))) p;
    if systems is null and products is null then return; end if;
    condition := condition || format(' and (d.system_id = any(%L::uuid[]) or d.product_id = any(%L::uuid[]))',
      coalesce(systems, '{}'), coalesce(products, '{}'));
  end loop;
  return query execute 'select d.id from deployment d join system s on s.id = d.system_id where ' || condition
    using actor_ceiling(), case when not actor_sees_all_organisations() then actor_organisations() end, actor_compartments();
end $$;
