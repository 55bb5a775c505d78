-- Proof of the read model. Whenever a transaction has begun or ended versions in a relation that
-- keeps them (register_entry), one row of register_digest says so when it commits: how many, and a
-- digest over them. The rows are a chain of their own, and its newest hash is signed with the head
-- of the history; so a version that is changed, added or removed afterwards is found.
--
-- A row covers the versions that began, and those that ended, after the row before it and up to its
-- own moment. `covers` names the relations and their columns, the key first. A version is hashed
-- over the text of a row of these columns, one that ended over that of (key, valid_from, valid_to),
-- all times in UTC. Of each relation, in the order of their names, there is the SHA-256 over the
-- hashes of all that began in the order of their keys, and that over all that ended; `digest` is the
-- SHA-256 over these. The row's hash is over the text of a JSON array of strings:
--   at, begun, ended, covers (the text of its jsonb), digest (hex), previous_hash (hex)
-- access_rank and access_compartment_id are left out, since they follow the system as it is at present.

-- The relations under seal, by the trigger that they have, with their columns.
create or replace function register_covers() returns jsonb
language sql stable
as $$
  select coalesce(jsonb_object_agg(relation, columns), '{}') from (
    select c.relname as relation, jsonb_agg(a.attname order by a.attnum = any(k.indkey) desc, a.attnum) as columns
    from pg_trigger t
    join pg_class c on c.oid = t.tgrelid
    join pg_index k on k.indrelid = c.oid and k.indisprimary
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attname not in ('valid_to', 'access_rank', 'access_compartment_id')
    where t.tgname = 'register_touched'
    group by c.relname) sealed
$$;

create or replace function register_digest_of(covers jsonb, after timestamptz, up_to timestamptz)
returns table (begun integer, ended integer, digest bytea)
language plpgsql stable set timezone = 'UTC' set datestyle = 'ISO'
as $$
declare
  covered record;
  of_relation record;
  hashes bytea := '';
begin
  begun := 0;
  ended := 0;
  for covered in
    select key as relation, value ->> 0 as id, (select string_agg(quote_ident(name), ', ') from jsonb_array_elements_text(value) name) as columns
    from jsonb_each(covers) order by key collate "C"
  loop
    execute format(
      'select b.total as begun, b.digest as begun_digest, e.total as ended, e.digest as ended_digest
       from (select count(*)::integer as total, sha256(coalesce(string_agg(sha256(convert_to(row(%2$s)::text, ''UTF8'')), '''' order by %3$I), '''')) as digest
             from %1$I where valid_from > $1 and valid_from <= $2) b,
            (select count(*)::integer as total, sha256(coalesce(string_agg(sha256(convert_to(row(%3$I, valid_from, valid_to)::text, ''UTF8'')), '''' order by %3$I), '''')) as digest
             from %1$I where valid_to > $1 and valid_to <= $2 and valid_to < ''infinity'') e',
      covered.relation, covered.columns, covered.id) into of_relation using after, up_to;
    begun := begun + of_relation.begun;
    ended := ended + of_relation.ended;
    hashes := hashes || of_relation.begun_digest || of_relation.ended_digest;
  end loop;
  digest := sha256(hashes);
  return next;
end $$;

create or replace function register_digest_hash(seal register_digest) returns bytea
language sql immutable
as $$
  select sha256(convert_to(json_build_array(
    history_instant(seal.at), seal.begun::text, seal.ended::text, seal.covers::text,
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

-- Seals what a moment has begun and ended, at the end of its transaction.
create or replace function register_seal() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  previous register_digest;
  seal register_digest;
  event history_event;
begin
  select * into previous from register_digest where at < new.at order by at desc limit 1;
  seal.at := new.at;
  seal.covers := register_covers();
  seal.previous_hash := coalesce(previous.hash, decode(repeat('00', 32), 'hex'));
  select * into seal.begun, seal.ended, seal.digest
    from register_digest_of(seal.covers, coalesce(previous.at, '-infinity'), new.at);
  if seal.begun + seal.ended = 0 then
    delete from register_digest where at = new.at;
    return null;
  end if;
  update register_digest set begun = seal.begun, ended = seal.ended, covers = seal.covers,
    digest = seal.digest, previous_hash = seal.previous_hash, hash = register_digest_hash(seal)
  where at = new.at;

  -- Usually records were changed. When the passing of days did it, the history says at least that.
  if not exists (select from history_event where at = new.at) then
    event.action := 'refresh';
    event.entity := 'register_entry';
    event.after := jsonb_build_object('begun', seal.begun, 'ended', seal.ended);
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

-- Every relation that keeps versions is under seal, whoever adds it.
do $$
declare
  relation text;
begin
  for relation in
    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and a.attname in ('valid_from', 'valid_to') and a.atttypid = 'timestamptz'::regtype
    group by c.relname having count(*) = 2
  loop
    execute format('create or replace trigger register_touched after insert or update or delete on %I
      for each statement execute function register_touched()', relation);
    execute format('create index if not exists %s on %I (valid_from)', relation || '_begun', relation);
    execute format('create index if not exists %s on %I (valid_to) where valid_to < ''infinity''', relation || '_ended', relation);
  end loop;
end $$;

-- What a register holds that is older than these rules.
insert into register_digest (at)
select change_time() where exists (select from register_entry) and not exists (select from register_digest);
