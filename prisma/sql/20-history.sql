-- History: each change is one event, chained by SHA-256 to the one before.
--
-- The content of an event is hashed over the text of a JSON array of strings, as PostgreSQL writes
-- it (elements separated by a comma and one space, in UTF-8):
--   seq, at (UTC, microseconds, ISO 8601 with Z), actor_id, actor_name, request_id, reason, action,
--   entity, entity_id, before, after, row_count, changes_digest (hex), access_rank,
--   organisation_id, compartment_id
-- with compartment_id left out where it is 0, as it is in what is older than compartments. Missing
-- values are ''; before and after are the text of their jsonb. The event's own hash is the
-- SHA-256 of 64 bytes: the previous event's hash, then that of the content. So whoever may not see
-- an event can still follow the chain across it by its two hashes. The first event's previous_hash
-- is 32 zero bytes. A change of a bulk event is hashed over the array
--   seq, ordinal, entity_id, before, after, access_rank, organisation_id, compartment_id
-- likewise,
-- and changes_digest is the SHA-256 of those hashes joined in order.
-- app/_domain/history-chain holds the same rules for those who check.

create or replace function history_instant(moment timestamptz) returns text
language sql immutable parallel safe
as $$ select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;

create or replace function history_content_hash(event history_event) returns bytea
language sql immutable
as $$
  select sha256(convert_to(json_build_array(variadic array[
    event.seq::text, history_instant(event.at), coalesce(event.actor_id::text, ''), event.actor_name,
    coalesce(event.request_id::text, ''), event.reason, event.action, event.entity, event.entity_id,
    coalesce(event.before::text, ''), coalesce(event.after::text, ''), event.row_count::text,
    coalesce(encode(event.changes_digest, 'hex'), ''), event.access_rank::text,
    coalesce(event.organisation_id::text, '')]
    || case event.compartment_id when 0 then '{}' else array[event.compartment_id::text] end)::text, 'UTF8'))
$$;

create or replace function history_event_hash(event history_event) returns bytea
language sql immutable
as $$ select sha256(event.previous_hash || history_content_hash(event)) $$;

drop function if exists history_change_hash(bigint, integer, text, jsonb, jsonb, smallint, uuid);
create or replace function history_change_hash(
  seq bigint, ordinal integer, entity_id text, before jsonb, after jsonb, access_rank smallint, organisation_id uuid,
  compartment_id integer
) returns bytea
-- Stable as json_build_array is: only so is it taken into the query that calls it for each row.
language sql stable parallel safe
as $$
  select sha256(convert_to(json_build_array(variadic array[
    seq::text, ordinal::text, entity_id, coalesce(before::text, ''), coalesce(after::text, ''),
    access_rank::text, coalesce(organisation_id::text, '')]
    || case compartment_id when 0 then '{}' else array[compartment_id::text] end)::text, 'UTF8'))
$$;

-- Appends one event to the chain. Its seq, at, actor, request, reason and hashes are set here.
create or replace function history_append(event history_event) returns bigint
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  moment timestamptz := change_time();
  head record;
begin
  select seq, hash, at into head from history_event order by seq desc limit 1;
  -- Whoever sets the moment by hand can neither reach back behind the last change nor ahead.
  if moment < head.at or moment > clock_timestamp() then
    perform refuse('A change lies between the last one and now.');
  end if;
  event.seq := coalesce(head.seq, 0) + 1;
  event.previous_hash := coalesce(head.hash, decode(repeat('00', 32), 'hex'));
  event.at := moment;
  event.actor_id := actor_id();
  event.actor_name := actor_name();
  event.request_id := change_id();
  event.reason := coalesce(current_setting('app.reason', true), '');
  event.row_count := coalesce(event.row_count, 1);
  event.access_rank := coalesce(event.access_rank, 0);
  event.compartment_id := coalesce(event.compartment_id, 0);
  event.entity_id := coalesce(event.entity_id, '');
  event.hash := history_event_hash(event);
  insert into history_event select event.*;
  return event.seq;
end $$;

-- For acts that change no row of the write model: sign-ins, exports, refusals. `access_rank` is the
-- clearance that it takes to read the detail, `compartment_id` what it demands besides.
drop function if exists history_record_act(text, text, text, jsonb);
drop function if exists history_record_act(text, text, text, jsonb, smallint);
create or replace function history_record_act(
  action text, entity text, entity_id text, detail jsonb, access_rank smallint default 0, compartment_id integer default 0
) returns bigint
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  event history_event;
begin
  if action in ('insert', 'update', 'delete') then
    perform refuse('Changes of rows are recorded by the database itself.');
  end if;
  event.action := action;
  event.entity := entity;
  event.entity_id := entity_id;
  event.after := detail;
  event.access_rank := access_rank;
  event.compartment_id := compartment_id;
  return history_append(event);
end $$;

-- Columns that no event tells: secrets, what stands for itself by its hash, and when a thing was last used.
create or replace function history_untold(relation text) returns text[]
language sql immutable parallel safe
as $$
  select case relation
    when 'evidence' then array['content']
    when 'authenticator' then array['sealed_secret', 'last_step', 'recovery_code_hashes']
    when 'passkey' then array['public_key', 'counter', 'last_used_at']
    when 'api_token' then array['token_hash', 'last_used_at']
    else '{}'
  end
$$;

-- Statement trigger. Arguments: the key columns separated by a comma; and a FROM item that gives
-- (rank, organisation_id, compartment_id) for the row r, or '' where the row may be seen by everyone
-- signed in. Up to 100 rows are an event each. More are bulk events with a history_change per row: one
-- event for all rows of a rank, an organisation and a compartment, so that who may see the rows may see
-- the event.
create or replace function history_record_change() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  each_up_to constant integer := 100;
  keys text[] := string_to_array(tg_argv[0], ',');
  rows_of text := format('(select r, a.rank, a.organisation_id, a.compartment_id from %%s r %s)', tg_argv[1]);
  id_of text := (select string_agg(format('(%%1$s.r).%I', k), ' || ''/'' || ') from unnest(keys) k);
  same_key text := (select string_agg(format('(n.r).%1$I = (o.r).%1$I', k), ' and ') from unnest(keys) k);
  state_of text := format('to_jsonb(%%s.r) - %L::text[]', history_untold(tg_table_name));
  told text;
  changed_sql text;
  changed record;
  event history_event;
  total integer;
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
  ranks smallint[];
  organisations uuid[];
  compartments integer[];
  first bigint;
begin
  if tg_op = 'UPDATE' then
    select string_agg(format('(%%1$s.r).%I', attname), ', ') into told from pg_attribute
      where attrelid = tg_relid and attnum > 0 and not attisdropped and attname <> all (history_untold(tg_table_name) || array['updated_at', 'change_id']);
    -- A row whose key is changed is one that goes and one that comes.
    changed_sql := format(
      'select coalesce((%s)::text, (%s)::text) as entity_id, %s as before, %s as after,
         greatest(n.rank, o.rank, 0)::smallint as rank, coalesce(n.organisation_id, o.organisation_id) as organisation_id,
         case when n.compartment_id <> o.compartment_id then compartment_of_all(array[n.compartment_id, o.compartment_id])
           else coalesce(n.compartment_id, o.compartment_id, 0) end as compartment_id
       from %s n full join %s o on %s where (%s) is distinct from (%s)',
      format(id_of, 'n'), format(id_of, 'o'), format(state_of, 'o'), format(state_of, 'n'),
      format(rows_of, 'new_rows'), format(rows_of, 'old_rows'), same_key, format(told, 'n'), format(told, 'o'));
  else
    changed_sql := format(
      'select (%s)::text as entity_id, %s as before, %s as after, coalesce(n.rank, 0)::smallint as rank, n.organisation_id,
         coalesce(n.compartment_id, 0) as compartment_id from %s n',
      format(id_of, 'n'),
      case tg_op when 'DELETE' then format(state_of, 'n') else 'null::jsonb' end,
      case tg_op when 'INSERT' then format(state_of, 'n') else 'null::jsonb' end,
      format(rows_of, case tg_op when 'INSERT' then 'new_rows' else 'old_rows' end));
  end if;

  event.action := lower(tg_op);
  event.entity := tg_table_name;
  execute format('select count(*) from (select from (%s) changed limit %s) counted', changed_sql, each_up_to + 1) into total;
  if total <= each_up_to then
    for changed in execute changed_sql loop
      event.entity_id := changed.entity_id;
      event.before := changed.before;
      event.after := changed.after;
      event.access_rank := changed.rank;
      event.organisation_id := changed.organisation_id;
      event.compartment_id := changed.compartment_id;
      perform history_append(event);
    end loop;
    return null;
  end if;

  perform change_time();
  select coalesce(max(seq), 0) + 1 into first from history_event;
  execute format('select array_agg(rank), array_agg(organisation_id), array_agg(compartment_id) from (
      select rank, organisation_id, compartment_id from (%s) changed group by 1, 2, 3 order by 1, 2, 3) sorts', changed_sql)
    into ranks, organisations, compartments;
  execute format(
    'insert into history_change (seq, ordinal, entity_id, before, after, access_rank, organisation_id, compartment_id, hash)
     select seq, ordinal, entity_id, before, after, rank, organisation_id, compartment_id,
            history_change_hash(seq, ordinal, entity_id, before, after, rank, organisation_id, compartment_id)
     from (select row_number() over ()::integer as ordinal, changed.* from (%s) changed) numbered
     join (select $1 + nr - 1 as seq, sort_rank, coalesce(sort_organisation, $5) as sort_organisation, sort_compartment
           from unnest($2, $3, $4) with ordinality sort(sort_rank, sort_organisation, sort_compartment, nr)) sorts
       on sort_rank = rank and sort_organisation = coalesce(organisation_id, $5) and sort_compartment = compartment_id', changed_sql)
    using first, ranks, organisations, compartments, nobody;
  for i in 1 .. cardinality(ranks) loop
    event.access_rank := ranks[i];
    event.organisation_id := organisations[i];
    event.compartment_id := compartments[i];
    select count(*), sha256(string_agg(hash, '' order by ordinal)) into event.row_count, event.changes_digest
      from history_change where seq = first + i - 1;
    perform history_append(event);
  end loop;
  return null;
end $$;

-- Nothing could be told of the rows.
create or replace function history_refuse_truncate() returns trigger language plpgsql as $$
begin
  perform refuse('Rows are deleted and never truncated, so that the history can tell.');
  return null;
end $$;

do $$
declare
  tracked record;
  op record;
begin
  for tracked in
    select * from (values
      ('organisation', 'id', 'cross join lateral (select 0::smallint, r.id, 0) a(rank, organisation_id, compartment_id)'),
      ('supplier', 'id', ''), ('supplier_alias', 'id', ''), ('ownership_link', 'id', ''), ('origin_fact', 'id', ''),
      ('product', 'id', ''), ('product_component', 'id', ''),
      ('system', 'id', 'cross join lateral (select r.classification_rank, r.organisation_id, r.compartment_id) a(rank, organisation_id, compartment_id)'),
      ('deployment', 'id', 'left join lateral (select s.classification_rank, s.organisation_id, s.compartment_id from system s where s.id = r.system_id) a(rank, organisation_id, compartment_id) on true'),
      ('decision', 'id', 'left join lateral (select s.classification_rank, s.organisation_id, s.compartment_id from deployment d join system s on s.id = d.system_id where d.id = r.deployment_id) a(rank, organisation_id, compartment_id) on true'),
      ('decision_event', 'id', 'left join lateral (select s.classification_rank, s.organisation_id, s.compartment_id from decision c join deployment d on d.id = c.deployment_id join system s on s.id = d.system_id where c.id = r.decision_id) a(rank, organisation_id, compartment_id) on true'),
      ('evidence', 'id', 'left join lateral (select s.classification_rank, s.organisation_id, s.compartment_id from decision c join deployment d on d.id = c.deployment_id join system s on s.id = d.system_id where c.id = r.decision_id) a(rank, organisation_id, compartment_id) on true'),
      ('advisory', 'id', ''),
      ('advisory_return', 'id', 'cross join lateral (select 0::smallint, r.organisation_id, 0) a(rank, organisation_id, compartment_id)'),
      ('user', 'id', ''), ('role_assignment', 'user_id,role', ''), ('user_organisation', 'user_id,organisation_id', ''),
      ('authenticator', 'user_id', ''), ('passkey', 'id', ''), ('api_token', 'id', ''), ('group_role', 'group_name,role', ''),
      ('access_group', 'id', ''), ('access_group_member', 'group_id,user_id', ''), ('clearance_request', 'id', ''),
      ('setting', 'id', ''), ('import_mapping', 'id', '')
    ) t(relation, keys, access)
  loop
    execute format('create or replace trigger history_truncate before truncate on %I for each statement execute function history_refuse_truncate()', tracked.relation);
    for op in select * from (values
      ('insert', 'new table as new_rows'), ('update', 'new table as new_rows old table as old_rows'), ('delete', 'old table as old_rows')
    ) o(name, referencing)
    loop
      execute format('drop trigger if exists history_%s on %I', op.name, tracked.relation);
      execute format('create trigger history_%1$s after %1$s on %2$I referencing %3$s for each statement execute function history_record_change(%4$L, %5$L)',
        op.name, tracked.relation, op.referencing, tracked.keys,
        case when tracked.access = '' then 'cross join (select 0::smallint, null::uuid, 0) a(rank, organisation_id, compartment_id)' else tracked.access end);
    end loop;
  end loop;
end $$;

create or replace function history_is_append_only() returns trigger language plpgsql as $$
begin
  perform refuse('History is append-only.');
  return null;
end $$;

create or replace trigger append_only before update or delete or truncate on history_event
  for each statement execute function history_is_append_only();
create or replace trigger append_only before update or delete or truncate on history_change
  for each statement execute function history_is_append_only();
