-- The headline country of origin. The same precedence stands in app/_domain/origin; a test holds
-- the two equal on generated facts.

create or replace function origin_precedence(subject text, facet text) returns smallint
language sql immutable parallel safe
as $$
  select case subject || ':' || facet
    when 'supplier:headquarters' then 1
    when 'supplier:incorporation' then 2
    when 'supplier:ultimate_parent' then 3
    when 'supplier:management' then 4
    when 'product:developed' then 5
    when 'product:maintained' then 6
    when 'product:built' then 7
    when 'product:operated' then 8
    when 'supplier:developed' then 9
    when 'supplier:maintained' then 10
    when 'supplier:built' then 11
    when 'supplier:operated' then 12
  end::smallint
$$;

-- The headlines of suppliers (by their own facts) and products (by theirs and their supplier's).
create or replace function origin_headlines(subjects uuid[], on_day date)
returns table (subject_id uuid, country text, facet text, source text)
language sql stable
as $$
  select distinct on (candidate.subject_id) candidate.subject_id, f.country, f.facet, f.source
  from (
    select s.id as subject_id, 'supplier' as kind, f.id as fact_id
    from unnest(subjects) w(id) join supplier s on s.id = w.id join origin_fact f on f.supplier_id = s.id
    union all
    select p.id, 'supplier', f.id
    from unnest(subjects) w(id) join product p on p.id = w.id join origin_fact f on f.supplier_id = p.supplier_id
    union all
    select p.id, 'product', f.id
    from unnest(subjects) w(id) join product p on p.id = w.id join origin_fact f on f.product_id = p.id
  ) candidate
  join origin_fact f on f.id = candidate.fact_id
  where f.country is not null
    and origin_precedence(candidate.kind, f.facet) is not null
    and (f.valid_from is null or f.valid_from <= on_day)
    and (f.valid_to is null or f.valid_to > on_day)
  order by candidate.subject_id, origin_precedence(candidate.kind, f.facet),
    case f.confidence when 'confirmed' then 1 when 'probable' then 2 else 3 end,
    f.valid_from desc nulls last, f.recorded_at desc, f.country, f.id
$$;

create or replace function refresh_origin_headlines(subjects uuid[]) returns void
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  today date := (now() at time zone 'UTC')::date;
begin
  if subjects is null then return; end if;
  delete from origin_headline h using unnest(subjects) w(id)
    where h.subject_id = w.id
      and not exists (select 1 from origin_headlines(array[h.subject_id], today));
  insert into origin_headline as h (subject_id, country, facet, source)
    select * from origin_headlines(subjects, today)
  on conflict (subject_id) do update
    set country = excluded.country, facet = excluded.facet, source = excluded.source
    where (h.country, h.facet, h.source) is distinct from (excluded.country, excluded.facet, excluded.source);
end $$;

create or replace function refresh_origin_of_changed_facts() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  subjects uuid[];
begin
  if tg_op = 'UPDATE' then
    select array_agg(distinct subject) into subjects from (
      select coalesce(supplier_id, product_id) from new_rows union select coalesce(supplier_id, product_id) from old_rows
      union select p.id from product p join new_rows n on n.supplier_id = p.supplier_id
      union select p.id from product p join old_rows o on o.supplier_id = p.supplier_id) w(subject);
  elsif tg_op = 'INSERT' then
    select array_agg(distinct subject) into subjects from (
      select coalesce(supplier_id, product_id) from new_rows
      union select p.id from product p join new_rows n on n.supplier_id = p.supplier_id) w(subject);
  else
    select array_agg(distinct subject) into subjects from (
      select coalesce(supplier_id, product_id) from old_rows
      union select p.id from product p join old_rows o on o.supplier_id = p.supplier_id) w(subject);
  end if;
  perform refresh_origin_headlines(subjects);
  return null;
end $$;

create or replace trigger origin_insert after insert on origin_fact
  referencing new table as new_rows for each statement execute function refresh_origin_of_changed_facts();
create or replace trigger origin_update after update on origin_fact
  referencing new table as new_rows old table as old_rows for each statement execute function refresh_origin_of_changed_facts();
create or replace trigger origin_delete after delete on origin_fact
  referencing old table as old_rows for each statement execute function refresh_origin_of_changed_facts();

create or replace function refresh_origin_of_changed_products() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform refresh_origin_headlines((select array_agg(id) from new_rows));
  return null;
end $$;

create or replace trigger origin_insert after insert on product
  referencing new table as new_rows for each statement execute function refresh_origin_of_changed_products();
create or replace trigger origin_update after update on product
  referencing new table as new_rows old table as old_rows for each statement execute function refresh_origin_of_changed_products();

create or replace function forget_origin_of_removed() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  delete from origin_headline h using old_rows o where h.subject_id = o.id;
  return null;
end $$;

create or replace trigger origin_removed after delete on product
  referencing old table as old_rows for each statement execute function forget_origin_of_removed();
create or replace trigger origin_removed after delete on supplier
  referencing old table as old_rows for each statement execute function forget_origin_of_removed();

-- Facts and ownership begin and end by date without anybody writing. Called often and at start; does
-- its work once for each day that has come.
create or replace function refresh_origin_of_day() returns void
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  today date := (now() at time zone 'UTC')::date;
  last date;
  suppliers uuid[];
  products uuid[];
begin
  perform register_write_lock();
  select followed_until into last from calendar;
  if last >= today then return; end if;
  select array_agg(distinct supplier_id) filter (where supplier_id is not null), array_agg(distinct product_id) filter (where product_id is not null)
    into suppliers, products
  from (
    select supplier_id, product_id, valid_from, valid_to from origin_fact
    union all
    select owned_id, null, valid_from, valid_to from ownership_link
  ) dated
  where valid_from > coalesce(last, '-infinity') and valid_from <= today or valid_to > coalesce(last, '-infinity') and valid_to <= today;
  perform refresh_origin_headlines(array(
    select unnest(suppliers) union select unnest(products) union select id from product where supplier_id = any(suppliers)));
  perform judge_register(array(select deployments_resting_on(suppliers, products)));
  insert into calendar (id, followed_until) values (1, today) on conflict (id) do update set followed_until = excluded.followed_until;
end $$;
