-- The past is read by the higher of its classification then and now: the events of a system that
-- has been raised since are closed to those who may not see the system any more. An event keeps the
-- rank of its own time, since it cannot be changed; that of today is looked up.
create or replace function history_present_rank(entity text, entity_id text) returns smallint
language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  rank smallint;
begin
  -- A bulk event names no row.
  if entity_id = '' then return 0; end if;
  case entity
    when 'system' then
      select s.classification_rank into rank from system s where s.id = entity_id::uuid;
    when 'deployment' then
      select s.classification_rank into rank from deployment d join system s on s.id = d.system_id where d.id = entity_id::uuid;
    when 'decision' then
      select s.classification_rank into rank from decision c join deployment d on d.id = c.deployment_id join system s on s.id = d.system_id
        where c.id = entity_id::uuid;
    when 'decision_event' then
      select s.classification_rank into rank from decision_event e join decision c on c.id = e.decision_id
        join deployment d on d.id = c.deployment_id join system s on s.id = d.system_id where e.id = entity_id::bigint;
    when 'evidence' then
      select s.classification_rank into rank from evidence e join decision c on c.id = e.decision_id
        join deployment d on d.id = c.deployment_id join system s on s.id = d.system_id where e.id = entity_id::uuid;
    else null;
  end case;
  return coalesce(rank, 0);
end $$;

create or replace function history_change_present_rank(seq bigint, entity_id text) returns smallint
language sql stable security definer set search_path = public, pg_temp
as $$
  select history_present_rank(e.entity, history_change_present_rank.entity_id) from history_event e
  where e.seq = history_change_present_rank.seq
$$;
