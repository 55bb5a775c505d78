-- Receipts of exports. The application says what an export is before its first byte, and once how it
-- ended; who and when is set here, and nothing is changed afterwards. A process that is killed
-- leaves a receipt that is incomplete.

alter table receipt drop constraint if exists receipt_state;
alter table receipt add constraint receipt_state check (
  (state = 'complete' and row_count is not null and byte_count is not null and sha256 ~ '^[0-9a-f]{64}$' and ended_at is not null)
  or (state = 'incomplete' and row_count is null and sha256 = ''));

create or replace function receipt_before_insert() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if actor_id() is null then perform refuse('An export needs a person who asks for it.'); end if;
  new.exported_by := actor_id();
  new.exported_by_name := actor_name();
  new.exported_at := clock_timestamp();
  new.state := 'incomplete';
  new.row_count := null;
  new.byte_count := null;
  new.sha256 := '';
  new.ended_at := null;
  -- Whatever changes the register is an event, so its newest event is its newest change. A moment
  -- that has not come yet would not give the same rows later.
  select at into new.seen_up_to from history_event where seq = (new.history_head ->> 'seq')::bigint;
  new.seen_up_to := coalesce(new.seen_up_to, new.exported_at);
  new.as_of := least(new.as_of, new.seen_up_to);
  return new;
end $$;

create or replace trigger receipt_before_insert before insert on receipt
  for each row execute function receipt_before_insert();

create or replace function receipt_before_update() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  ended receipt := old;
begin
  if old.ended_at is not null then perform refuse('A receipt is not changed once its export has ended.'); end if;
  ended.state := new.state;
  ended.row_count := new.row_count;
  ended.byte_count := new.byte_count;
  ended.sha256 := new.sha256;
  ended.ended_at := change_time();
  return ended;
end $$;

create or replace trigger receipt_before_update before update on receipt
  for each row execute function receipt_before_update();

-- The export is one event, with the whole receipt.
create or replace function receipt_after_update() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  event history_event;
begin
  event.action := 'export';
  event.entity := 'receipt';
  event.entity_id := new.id::text;
  event.after := to_jsonb(new);
  event.access_rank := new.access_rank;
  event.compartment_id := compartment_of_all(new.scope_compartments);
  event.organisation_id := case when cardinality(new.organisation_ids) = 1 then new.organisation_ids[1] end;
  perform history_append(event);
  return null;
end $$;

create or replace trigger receipt_after_update after update on receipt
  for each row execute function receipt_after_update();

create or replace trigger append_only before delete or truncate on receipt
  for each statement execute function is_append_only();

-- Exports whose process was killed: the history has to know of them as well. No download takes a day.
-- Called daily and at start; returns how many were ended.
create or replace function end_abandoned_exports() returns integer
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  total integer;
begin
  update receipt set state = 'incomplete' where ended_at is null and exported_at < now() - interval '1 day';
  get diagnostics total = row_count;
  return total;
end $$;

-- When bytes with this hash were issued, to anybody: who holds a file may know that it is genuine,
-- even where its receipt is not for them to see.
create or replace function receipt_issued_at(file_hash text) returns setof timestamptz
language sql stable security definer set search_path = public, pg_temp
as $$
  select exported_at from receipt
  where actor_is_active() and state = 'complete' and sha256 = file_hash order by exported_at
$$;
