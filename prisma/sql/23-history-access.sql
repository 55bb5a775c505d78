-- The past is read by the higher of what it demanded then and what it demands now: the events of a system
-- that has been raised since, or put into a compartment, are closed to those who may not see the system
-- any more. An event keeps what held in its own time, since it cannot be changed; what holds today is
-- looked up.
drop function if exists history_change_present_rank(bigint, text) cascade;

create or replace function history_system(entity text, entity_id text) returns system
language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  concerned system;
begin
  -- A bulk event names no row.
  if entity_id = '' then return null; end if;
  case entity
    when 'system' then
      select s.* into concerned from system s where s.id = entity_id::uuid;
    when 'deployment' then
      select s.* into concerned from deployment d join system s on s.id = d.system_id where d.id = entity_id::uuid;
    when 'decision' then
      select s.* into concerned from decision c join deployment d on d.id = c.deployment_id join system s on s.id = d.system_id
        where c.id = entity_id::uuid;
    when 'decision_event' then
      select s.* into concerned from decision_event e join decision c on c.id = e.decision_id
        join deployment d on d.id = c.deployment_id join system s on s.id = d.system_id where e.id = entity_id::bigint;
    when 'evidence' then
      select s.* into concerned from evidence e join decision c on c.id = e.decision_id
        join deployment d on d.id = c.deployment_id join system s on s.id = d.system_id where e.id = entity_id::uuid;
    else null;
  end case;
  return concerned;
end $$;

create or replace function history_present_rank(entity text, entity_id text) returns smallint
language sql stable security definer set search_path = public, pg_temp
as $$ select coalesce((history_system(entity, entity_id)).classification_rank, 0::smallint) $$;

-- Whether the thing may be seen today by whoever has this ceiling and these compartments, or is gone.
create or replace function history_is_open(entity text, entity_id text, ceiling smallint, compartments integer[]) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  concerned system := history_system(entity, entity_id);
begin
  return concerned.id is null or concerned.classification_rank <= ceiling and concerned.compartment_id = any(compartments);
end $$;

create or replace function history_change_is_open(seq bigint, entity_id text, ceiling smallint, compartments integer[]) returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$
  select history_is_open(e.entity, history_change_is_open.entity_id, ceiling, compartments) from history_event e
  where e.seq = history_change_is_open.seq
$$;
