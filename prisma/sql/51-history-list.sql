-- The history as pages and files show it, under the reader's own policies. Its texts are exactly
-- those that are hashed, so that a file of it can be checked by itself.

create or replace view history_list with (security_invoker = true) as
select e.seq, e.at, coalesce(e.actor_id::text, '') as actor_id, e.actor_name, coalesce(e.request_id::text, '') as request_id,
  e.reason, e.action, e.entity, e.entity_id,
  coalesce(e.before::text, '') as before, coalesce(e.after::text, '') as after,
  e.row_count, coalesce(encode(e.changes_digest, 'hex'), '') as changes_digest,
  e.access_rank, coalesce(e.organisation_id::text, '') as organisation_id,
  encode(e.previous_hash, 'hex') as previous_hash, encode(e.hash, 'hex') as hash,
  case when e.access_rank = 0 then 1 else greatest(e.access_rank, history_present_rank(e.entity, e.entity_id)) end::smallint as classification_rank,
  ''::text as marking, coalesce(nullif(e.compartment_id, 0)::text, '') as compartment_id
from history_event e;

create or replace view history_change_list with (security_invoker = true) as
select c.seq, c.ordinal, c.entity_id, coalesce(c.before::text, '') as before, coalesce(c.after::text, '') as after,
  c.access_rank, coalesce(c.organisation_id::text, '') as organisation_id, encode(c.hash, 'hex') as hash,
  greatest(c.access_rank, 1)::smallint as classification_rank, ''::text as marking,
  coalesce(nullif(c.compartment_id, 0)::text, '') as compartment_id
from history_change c;

-- By these hashes the chain can be followed across what a reader may not see. They tell nothing of
-- it: the content of an event has random identifiers, so that it cannot be guessed and tried.
create or replace view history_link as
select e.seq, encode(e.previous_hash, 'hex') as previous_hash, encode(history_content_hash(e), 'hex') as content_hash,
  encode(e.hash, 'hex') as hash, e.changes_digest is not null as is_bulk
from history_event e where (select actor_is_active());

create or replace view history_change_link as
select c.seq, c.ordinal, encode(c.hash, 'hex') as hash from history_change c where (select actor_is_active());

-- The records that an event names: its own, and those that its row refers to.
create or replace function history_refs(entity_id text, before jsonb, after jsonb) returns text[]
language sql immutable parallel safe
as $$
  select array_agg(distinct ref) from (
    select entity_id
    union all
    select value from (values (before), (after)) state(content)
      cross join lateral jsonb_each_text(case when jsonb_typeof(content) = 'object' then content else '{}' end)
    where key like '%\_id' and key not in ('change_id', 'import_id', 'proposal_id')
  ) named(ref) where ref <> ''
$$;

create index if not exists history_event_refs on history_event using gin (history_refs(entity_id, before, after));

-- What searches the history with its owner's rights leaves out what the actor may not see. The reach of a
-- null ceiling is nothing, of null organisations all of them.
create or replace function history_within(
  access_rank smallint, organisation_id uuid, compartment_id integer, ceiling smallint, organisations uuid[], compartments integer[]
) returns boolean
language sql immutable parallel safe
as $$
  select coalesce(access_rank <= ceiling, false)
    and (organisation_id is null or organisations is null or organisation_id = any(organisations))
    and compartment_id = any(compartments)
$$;

-- Events with the words in them; for the identifier of a record, all that is about it.
create or replace function search_history(q text) returns setof bigint
language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  ceiling constant smallint := case when actor_is_active() then actor_ceiling() end;
  organisations constant uuid[] := case when not actor_sees_all_organisations() then actor_organisations() end;
  compartments constant integer[] := actor_compartments();
begin
  if q ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    return query
      select e.seq from history_event e
      where history_refs(e.entity_id, e.before, e.after) @> array[lower(q)]
        and history_within(e.access_rank, e.organisation_id, e.compartment_id, ceiling, organisations, compartments)
        and (e.access_rank = 0 or history_is_open(e.entity, e.entity_id, ceiling, compartments))
      union
      select c.seq from history_change c
      where c.entity_id = lower(q)
        and history_within(c.access_rank, c.organisation_id, c.compartment_id, ceiling, organisations, compartments)
        and (c.access_rank = 0 or history_change_is_open(c.seq, c.entity_id, ceiling, compartments));
  else
    return query
      select e.seq from history_event e
      where not exists (
        select 1 from search_patterns(q) w
        where not (concat_ws(' ', e.actor_name, e.reason, e.entity_id, e.before::text, e.after::text) ilike w))
        and history_within(e.access_rank, e.organisation_id, e.compartment_id, ceiling, organisations, compartments)
        and (e.access_rank = 0 or history_is_open(e.entity, e.entity_id, ceiling, compartments));
  end if;
end $$;

-- What happened to records and their parts: the events of these entities that name one of `ids`, and
-- the changes of bulk events to one of `ids` or `part_ids`. Who did it, and when, may be told of a
-- change that the reader may see, also where the bulk event as a whole is closed to them.
create or replace function history_story(entities text[], ids text[], part_ids text[])
returns table (seq bigint, ordinal integer, at timestamptz, actor_name text, action text, entity text, reason text)
language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  ceiling constant smallint := case when actor_is_active() then actor_ceiling() end;
  organisations constant uuid[] := case when not actor_sees_all_organisations() then actor_organisations() end;
  compartments constant integer[] := actor_compartments();
begin
  return query
    select e.seq, 0, e.at, e.actor_name, e.action, e.entity, e.reason
    from history_event e
    where history_refs(e.entity_id, e.before, e.after) && ids and e.entity = any(entities) and e.changes_digest is null
      and history_within(e.access_rank, e.organisation_id, e.compartment_id, ceiling, organisations, compartments)
    union all
    select e.seq, c.ordinal, e.at, e.actor_name, e.action, e.entity, e.reason
    from history_change c join history_event e on e.seq = c.seq
    where c.entity_id = any(ids || part_ids) and e.entity = any(entities)
      and history_within(c.access_rank, c.organisation_id, c.compartment_id, ceiling, organisations, compartments);
end $$;

-- Whether the changes of a bulk event are those that were recorded, whoever may see them.
create or replace function history_changes_hold(event bigint) returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$
  select count(c.*) = max(e.row_count)
    and coalesce(bool_and(c.hash = history_change_hash(c.seq, c.ordinal, c.entity_id, c.before, c.after, c.access_rank, c.organisation_id, c.compartment_id)), false)
    and sha256(string_agg(c.hash, '' order by c.ordinal)) = (array_agg(e.changes_digest))[1]
  from history_event e left join history_change c on c.seq = e.seq
  where e.seq = event
$$;

-- Holds the seals of the register after a moment against its versions, in their order and for about a
-- second; `problem` is the moment of the first that does not hold. Ends with the versions that no
-- seal covers.
drop function if exists register_seals_hold(timestamptz, integer);
create or replace function register_seals_hold(after timestamptz)
returns table (checked integer, up_to timestamptz, problem timestamptz, is_done boolean)
language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  deadline timestamptz := clock_timestamp() + interval '1 second';
  seal register_digest;
  former register_digest;
  found_now record;
begin
  checked := 0;
  up_to := after;
  is_done := true;
  select * into former from register_digest r where r.at <= after order by r.at desc limit 1;
  for seal in select * from register_digest r where r.at > coalesce(after, '-infinity') order by r.at loop
    if clock_timestamp() > deadline then
      is_done := false;
      exit;
    end if;
    select * into found_now from register_digest_of(seal.covers, coalesce(former.at, '-infinity'), seal.at);
    if seal.hash is distinct from register_digest_hash(seal)
       or seal.previous_hash is distinct from coalesce(former.hash, decode(repeat('00', 32), 'hex'))
       or (seal.begun, seal.ended, seal.digest) is distinct from (found_now.begun, found_now.ended, found_now.digest)
       or not exists (select from history_event e where e.at = seal.at) then
      problem := seal.at;
      exit;
    end if;
    checked := checked + 1;
    up_to := seal.at;
    former := seal;
  end loop;
  if problem is null and is_done then
    select least(min(valid_from), min(valid_to)) into problem from register_entry
      where valid_from > coalesce(up_to, '-infinity') or (valid_to > coalesce(up_to, '-infinity') and valid_to < 'infinity');
  end if;
  return next;
end $$;

-- Hashes of the register's seals that are among these.
create or replace function register_seals_among(hashes text[]) returns setof text
language sql stable security definer set search_path = public, pg_temp
as $$ select encode(hash, 'hex') from register_digest where encode(hash, 'hex') = any(hashes) $$;
