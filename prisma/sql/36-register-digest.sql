-- Proof of the read model. Whenever a transaction has begun or ended versions in register_entry,
-- one row of register_digest says so when it commits: how many, and a digest over them. The rows are
-- a chain of their own, and its newest hash is signed with the head of the history; so a version
-- that is changed, added or removed afterwards is found.
--
-- A row covers the versions that began, and those that ended, after the row before it and up to its
-- own moment. A version is hashed over the text of a row of the columns named in `columns`, one that
-- ended over that of (deployment_id, valid_from, valid_to); both with times in UTC. `digest` is the
-- SHA-256 over the hashes of all that began, then of all that ended, each in the order of entry_id.
-- The row's hash is over the text of a JSON array of strings:
--   at, begun, ended, columns separated by commas, digest (hex), previous_hash (hex)
-- access_rank is left out, since it follows the system's present classification.

create or replace function register_digest_of(columns text[], after timestamptz, up_to timestamptz)
returns table (begun integer, ended integer, digest bytea)
language plpgsql stable set timezone = 'UTC' set datestyle = 'ISO'
as $$
declare
  begun_hashes bytea;
  ended_hashes bytea;
begin
  execute format(
    'select count(*)::integer, string_agg(sha256(convert_to(row(%s)::text, ''UTF8'')), '''' order by entry_id)
     from register_entry where valid_from > $1 and valid_from <= $2',
    (select string_agg(quote_ident(name), ', ') from unnest(columns) name))
    into begun, begun_hashes using after, up_to;
  select count(*)::integer, string_agg(sha256(convert_to(row(deployment_id, valid_from, valid_to)::text, 'UTF8')), '' order by entry_id)
    into ended, ended_hashes
    from register_entry where valid_to > after and valid_to <= up_to and valid_to < 'infinity';
  digest := sha256(coalesce(begun_hashes, '') || coalesce(ended_hashes, ''));
  return next;
end $$;

create or replace function register_digest_hash(seal register_digest) returns bytea
language sql immutable
as $$
  select sha256(convert_to(jsonb_build_array(
    history_instant(seal.at), seal.begun::text, seal.ended::text, array_to_string(seal.columns, ','),
    encode(seal.digest, 'hex'), encode(seal.previous_hash, 'hex'))::text, 'UTF8'))
$$;

-- Marks the moment of a transaction that touches versions; cheap enough for every statement.
create or replace function register_touched() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into register_digest (at) values (change_time()) on conflict do nothing;
  return null;
end $$;

create or replace trigger register_touched after insert or update or delete on register_entry
  for each statement execute function register_touched();

-- Seals what a moment has begun and ended, at the end of its transaction.
create or replace function register_seal() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  previous register_digest;
  sealed register_digest;
  event history_event;
begin
  select * into previous from register_digest where at < new.at order by at desc limit 1;
  sealed.at := new.at;
  sealed.previous_hash := coalesce(previous.hash, decode(repeat('00', 32), 'hex'));
  select array_agg(attname::text order by attnum) into sealed.columns from pg_attribute
    where attrelid = 'register_entry'::regclass and attnum > 0 and not attisdropped
      and attname not in ('entry_id', 'valid_to', 'access_rank');
  select * into sealed.begun, sealed.ended, sealed.digest
    from register_digest_of(sealed.columns, coalesce(previous.at, '-infinity'), new.at);
  if sealed.begun + sealed.ended = 0 then
    delete from register_digest where at = new.at;
    return null;
  end if;
  sealed.hash := register_digest_hash(sealed);
  update register_digest set begun = sealed.begun, ended = sealed.ended, columns = sealed.columns,
    digest = sealed.digest, previous_hash = sealed.previous_hash, hash = sealed.hash
  where at = new.at;

  -- Usually records were changed. When the passing of days did it, the history says at least that.
  if not exists (select from history_event where at = new.at) then
    event.action := 'refresh';
    event.entity := 'register_entry';
    event.after := jsonb_build_object('begun', sealed.begun, 'ended', sealed.ended);
    perform history_append(event);
  end if;
  return null;
end $$;

-- Once: a seal that is still to come would keep the table from being altered. No policy lets anybody
-- see it; what it says is told by functions.
do $$ begin
  if exists (select from pg_trigger where tgname = 'register_seal' and tgrelid = 'register_digest'::regclass) then return; end if;
  create constraint trigger register_seal after insert on register_digest
    deferrable initially deferred for each row execute function register_seal();
  create trigger append_only before update or delete on register_digest
    for each row when (old.hash is not null) execute function history_is_append_only();
  create trigger append_only_whole before truncate on register_digest
    for each statement execute function history_is_append_only();
  alter table register_digest enable row level security;
end $$;

create index if not exists register_entry_begun on register_entry (valid_from);
create index if not exists register_entry_ended on register_entry (valid_to) where valid_to < 'infinity';

-- What a register holds that is older than these rules.
insert into register_digest (at)
select max(greatest(valid_from, case when valid_to < 'infinity' then valid_to end)) from register_entry
where not exists (select from register_digest) having count(*) > 0;
