-- The past under the names of the present: whoever sets `app.as_of`, with `app.as_of_seq` as
-- newest_event gives it, and puts the schema as_at before public on the search path asks by the same
-- queries what the records were at that moment.
--
-- A record that has not changed since is as it stands; of any other the history holds, as `before` of
-- its first change since, what it was. So the cost goes by what has changed since, not by how old the
-- register is. Each relation is under the policies of its table, which speak of the past here as
-- all else does; and by what it demands now as well as by what it demanded then.

create or replace function reading_moment() returns timestamptz
language sql stable parallel safe
as $$ select nullif(current_setting('app.as_of', true), '')::timestamptz $$;

-- The newest event by a moment; what comes after it has changed since.
create or replace function newest_event(moment timestamptz) returns bigint
language sql stable security definer set search_path = public, pg_temp
as $$ select coalesce((select seq from history_event where at <= moment order by at desc, seq desc limit 1), 0) $$;

-- That of the moment which is read: looked up once, where the moment is set.
create or replace function reading_seq() returns bigint
language sql stable parallel safe
as $$ select current_setting('app.as_of_seq')::bigint $$;

-- What replaced or removed a state, by which the past of a whole table is found.
create index if not exists history_event_replaced on history_event (entity, seq) where before is not null;
create index if not exists history_event_bulk on history_event (entity, seq) where changes_digest is not null and action <> 'insert';

drop schema if exists as_at cascade;
create schema as_at;

do $$
declare
  recorded record;
  columns text;
  changed_since text;
  unchanged text;
  of_then text;
  policy text;
  key_type text;
begin
  for recorded in
    select * from (values
      -- Found by all kinds of columns: what has not changed by the table's own indexes, and beside it
      -- all that has.
      ('organisation', ''), ('supplier', ''), ('supplier_alias', ''), ('ownership_link', ''), ('origin_fact', ''),
      ('product', ''), ('product_component', ''), ('advisory', ''), ('advisory_return', ''), ('access_group', ''),
      -- Of which there may be very many changes: found by these columns, which never change.
      ('system', 'id'), ('deployment', 'id'), ('decision', 'id,deployment_id,proposal_id'),
      -- After what their policies look at.
      ('decision_event', ''), ('evidence', '')
    ) t(relation, fixed)
  loop
    select format_type(atttypid, null) into key_type
      from pg_attribute where attrelid = format('public.%I', recorded.relation)::regclass and attname = 'id';

    -- Changes since of one record, as far as (seq, ordinal, before) goes.
    changed_since := format($sql$(
      select e.seq, 0 as ordinal, e.before from public.history_event e
        where e.entity = %1$L and e.entity_id = %%1$s and e.seq > (select reading_seq()) and e.changes_digest is null
      union all
      select c.seq, c.ordinal, c.before from public.history_change c
        where c.entity_id = %%1$s and c.seq > (select reading_seq())
          and (select e.entity from public.history_event e where e.seq = c.seq) = %1$L
      order by seq, ordinal limit 1)$sql$, recorded.relation);

    select string_agg(case
        when attname = any(string_to_array(recorded.fixed, ',')) then format('fixed.%I', attname)
        -- The higher of then and now.
        when recorded.relation = 'system' and attname = 'classification_rank' then 'greatest(p.classification_rank, r.classification_rank)'
        -- What was removed before a column came has it as a new row would.
        when attnotnull and adbin is not null then format('coalesce(p.%I, %s)', attname, pg_get_expr(adbin, adrelid))
        else format('p.%I', attname) end || format(' as %I', attname), ', ' order by attnum)
      into columns
      from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
      where attrelid = format('public.%I', recorded.relation)::regclass and attnum > 0 and not attisdropped;

    if recorded.fixed <> '' then
      unchanged := format('select %s from public.%I r
        left join lateral %s f on true
        cross join lateral jsonb_populate_record(r, coalesce(f.before, ''{}'')) p
        where f.seq is null or f.before is not null', replace(columns, 'fixed.', 'r.'), recorded.relation, format(changed_since, 'r.id::text'));
    else
      unchanged := format('select * from public.%1$I r
        where not exists (select from public.history_event e
            where e.entity = %1$L and e.entity_id = r.id::text and e.seq > (select reading_seq()) and e.changes_digest is null)
          and not exists (select from public.history_change c
            where c.entity_id = r.id::text and c.seq > (select reading_seq())
              and (select e.entity from public.history_event e where e.seq = c.seq) = %1$L)', recorded.relation);
    end if;

    -- What has changed, or gone, since: once, as it was before the first change.
    of_then := format('select %s from (
        select distinct on (entity_id) entity_id, before from (
          select e.entity_id, e.seq, 0 as ordinal, e.before from public.history_event e
            where e.entity = %2$L and e.before is not null and e.seq > (select reading_seq()) %3$s
          union all
          select c.entity_id, c.seq, c.ordinal, c.before from public.history_event e join public.history_change c on c.seq = e.seq
            where e.entity = %2$L and e.changes_digest is not null and e.action <> ''insert'' and e.seq > (select reading_seq()) %3$s
        ) changed order by entity_id, seq, ordinal
      ) gone
      cross join lateral %4$s f
      left join public.%2$I r on r.id = gone.entity_id::%6$s
      cross join lateral jsonb_populate_record(r, f.before) p
      where f.before is not null %5$s',
      replace(columns, 'fixed.', 'p.'), recorded.relation,
      case when recorded.fixed = '' then '' else 'and e.action = ''delete''' end,
      format(changed_since, 'gone.entity_id'),
      case when recorded.fixed = '' then '' else 'and r.id is null' end,
      key_type);

    -- Where the policy looks up the record that this one hangs on, a function does that here: it is
    -- planned once, while one view inside of another would be planned anew in each query.
    execute format('create function as_at.sees_%1$s(id %2$s) returns boolean
      language plpgsql stable set search_path = as_at, public, pg_temp
      as $f$ begin return exists (select from %1$I seen where seen.id = sees_%1$s.id); end $f$',
      recorded.relation, key_type);
    select string_agg(regexp_replace(qual, 'EXISTS \( SELECT 1\s+FROM (\w+) parent\s+WHERE \(parent\.id = (\w+\.\w+)\)\)', 'as_at.sees_\1(\2)', 'g'), ' or ')
      into policy
      from pg_policies where schemaname = 'public' and tablename = recorded.relation and permissive = 'PERMISSIVE' and cmd in ('ALL', 'SELECT');
    -- Then and now.
    if recorded.relation in ('system', 'deployment', 'decision', 'decision_event', 'evidence') then
      policy := format('(%1$s) and ((select actor_sees_everything())
        or history_is_open(%2$L, %2$I.id::text, (select actor_ceiling()), (select actor_compartments())::integer[]))', policy, recorded.relation);
    end if;

    perform set_config('search_path', 'as_at, public', true);
    execute format('create view as_at.%1$I with (security_barrier = %2$s) as select * from (%3$s union all %4$s) as %1$I where %5$s',
      recorded.relation, recorded.relation in ('system', 'deployment', 'decision', 'decision_event', 'evidence', 'organisation', 'advisory_return', 'access_group'),
      unchanged, of_then, policy);
    perform set_config('search_path', 'public', true);
  end loop;

  -- What keeps versions says itself what it was. All of them are current to those who ask in the past,
  -- and classified by the higher of then and now.
  for recorded in select * from (values ('register_entry'), ('exposure')) t(relation) loop
    select string_agg(case attname when 'valid_to' then '''infinity''::timestamptz as valid_to'
        when 'classification_rank' then 'access_rank as classification_rank' else quote_ident(attname) end, ', ' order by attnum)
      into columns
      from pg_attribute where attrelid = format('public.%I', recorded.relation)::regclass and attnum > 0 and not attisdropped;
    execute format('create view as_at.%1$I with (security_invoker = true) as
      select %2$s from public.%1$I where valid_from <= (select reading_moment()) and valid_to > (select reading_moment())',
      recorded.relation, columns);
  end loop;

  execute format('create view as_at.advisory_version as select * from public.advisory_version
    where made_at <= (select reading_moment()) and (select actor_is_active())');
end $$;

set local search_path = as_at, public;

-- What follows from the records. By a function, which is planned once and not in each query.
create function as_at.headline_of(subject uuid) returns table (country text, facet text, source text)
language plpgsql stable rows 1 set search_path = as_at, public, pg_temp
as $$
begin
  return query select h.country, h.facet, h.source from origin_headlines(array[subject], change_day()) h;
end $$;

create view as_at.origin_headline as
select s.id as subject_id, h.country, h.facet, h.source
from (select id from supplier union all select id from product) s
cross join lateral as_at.headline_of(s.id) h;

-- Of the list of products what the pages of records show; each part is worked out only where it is shown.
create view as_at.product_list with (security_invoker = true) as
select p.id, p.name, p.supplier_id, (select s.name from supplier s where s.id = p.supplier_id) as supplier, p.category,
  coalesce((select h.country from as_at.headline_of(p.id) h), 'none') as country_of_origin,
  (select count(*) from register_entry e where e.product_id = p.id)::integer as deployments
from product p;

set local search_path = public;

grant usage on schema as_at to register_app;
grant select on all tables in schema as_at to register_app;
grant execute on all functions in schema as_at to register_app;
