-- The decision's rules that hold whoever writes. The same state table stands in
-- app/_domain/decision; a test holds the two equal.

delete from decision_transition;
insert into decision_transition (action, from_state, to_state) values
  ('propose', '', 'proposed'),
  ('approve', 'proposed', 'approved'),
  ('reject', 'proposed', 'rejected'),
  ('withdraw', 'proposed', 'withdrawn'),
  ('start', 'approved', 'in_progress'),
  ('complete', 'approved', 'done'),
  ('complete', 'in_progress', 'done'),
  ('expire', 'approved', 'expired'),
  ('expire', 'in_progress', 'expired'),
  ('expire', 'done', 'expired'),
  ('supersede', 'approved', 'superseded'),
  ('supersede', 'in_progress', 'superseded'),
  ('supersede', 'done', 'superseded'),
  ('supersede', 'expired', 'superseded');

-- One proposal waits at a time.
create unique index if not exists decision_waiting on decision (deployment_id) where state = 'proposed';

-- What an approval is bound to. The canonical form: the text of this jsonb, as PostgreSQL writes it.
create or replace function decision_content_hash(decision decision) returns text
language sql immutable
as $$
  select encode(sha256(convert_to(jsonb_build_object(
    'deployment_id', decision.deployment_id, 'outcome', decision.outcome, 'basis', decision.basis,
    'basis_reason', decision.basis_reason, 'rationale', decision.rationale,
    'due_on', decision.due_on, 'expires_on', decision.expires_on, 'facts', decision.facts)::text, 'UTF8')), 'hex')
$$;

-- A decision starts as a proposal of the actor. Only the owner's functions (an import that carries
-- decisions of another register) may bring one that is further on.
create or replace function decision_before_insert() returns trigger language plpgsql as $$
declare
  advice record;
begin
  new.changed_facts := '{}';
  if new.import_id is null or current_user = 'register_app' then
    if actor_id() is null then perform refuse('A decision needs a person who proposes it.'); end if;
    new.import_id := null;
    new.state := 'proposed';
    new.proposed_by := actor_id();
    new.proposed_by_name := actor_name();
    new.proposed_at := change_time();
    new.approved_by := null;
    new.approved_by_name := '';
    new.approved_at := null;
    -- Advised is what an active advisory asks for here; of several the one that the proposer names.
    select a.id, a.reference, a.version into advice
      from exposure x join advisory a on a.id = x.advisory_id
      where x.deployment_id = new.deployment_id and x.valid_to = 'infinity'
        and (a.id = new.advisory_id or (x.verdict <> 'cannot_tell' and action_answers(x.action, new.outcome)))
      order by a.id = new.advisory_id desc nulls last, action_strictness(x.action), strength_order(x.strength), a.reference
      limit 1;
    new.basis := case when exists (
      select from exposure x where x.deployment_id = new.deployment_id and x.valid_to = 'infinity'
        and x.verdict <> 'cannot_tell' and action_answers(x.action, new.outcome)) then 'advised' else 'precautionary' end;
    new.advisory_id := advice.id;
    new.advisory_version := advice.version;
    if advice.id is not null then
      new.facts := new.facts || jsonb_build_object('advisory', advice.reference, 'advisory_version', advice.version);
    end if;
    if new.basis = 'precautionary' and new.outcome in ('remove', 'replace') and btrim(new.basis_reason) = '' then
      perform refuse(format('No active advisory asks to %s this. Say why it is to be done all the same.', new.outcome));
    end if;
  elsif new.approved_by_name <> '' and new.approved_by_name = new.proposed_by_name then
    perform refuse(format('A decision cannot be approved by %s who proposed it.', new.proposed_by_name));
  end if;
  if new.outcome = 'accept' and (new.rationale = '' or new.expires_on is null) then
    perform refuse('Accepting the risk needs a reason and an expiry date.');
  end if;
  new.content_hash := decision_content_hash(new);
  return new;
end $$;

create or replace trigger decision_before_insert before insert on decision
  for each row execute function decision_before_insert();

create or replace function decision_after_insert() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into decision_event (decision_id, at, action, from_state, to_state, actor_id, actor_name, comment, content_hash)
  select id, change_time(), 'propose', '', 'proposed', proposed_by, proposed_by_name, rationale, content_hash from new_rows;
  -- The steps that an imported decision took elsewhere are not ours to tell; only where they led.
  insert into decision_event (decision_id, at, action, from_state, to_state, actor_id, actor_name, comment, content_hash)
  select id, change_time(), 'import', 'proposed', state, actor_id(), actor_name(),
    'Imported' || case when approved_by_name = '' then '.' else format(', as approved by %s.', approved_by_name) end, content_hash
  from new_rows where state <> 'proposed';
  return null;
end $$;

create or replace trigger decision_after_insert after insert on decision
  referencing new table as new_rows for each statement execute function decision_after_insert();

-- First of all, and with the writer's own rights: what a step is refused for would tell of a decision.
create or replace function decision_is_seen() returns trigger language plpgsql as $$
begin
  if not exists (select from decision where id = new.decision_id) then
    perform refuse('There is no such decision, or you may not see it.');
  end if;
  return new;
end $$;

create or replace trigger a_decision_is_seen before insert on decision_event
  for each row execute function decision_is_seen();

-- The gate that every step passes.
create or replace function decision_event_before_insert() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  target decision;
begin
  if new.action in ('propose', 'import') then return new; end if;
  select * into target from decision where id = new.decision_id for update;
  select to_state into new.to_state from decision_transition
    where action = new.action and from_state = target.state;
  if not found then
    perform refuse(format('A decision that is %s cannot be changed by "%s".', replace(target.state, '_', ' '), new.action));
  end if;
  new.from_state := target.state;
  new.at := change_time();
  new.actor_id := actor_id();
  new.actor_name := actor_name();
  if new.content_hash is distinct from target.content_hash then
    perform refuse('The decision is not the one that was shown. Read it again before acting on it.');
  end if;
  if new.action in ('approve', 'reject') then
    -- Of an imported decision only the name of who proposed it is known.
    if actor_id() is null or actor_id() = target.proposed_by
       or (target.import_id is not null and actor_name() = target.proposed_by_name) then
      perform forbid('Who proposes a decision cannot approve or reject it.');
    end if;
  elsif new.action = 'withdraw' and actor_id() is distinct from target.proposed_by then
    perform forbid('Only who proposed a decision can withdraw it.');
  end if;
  if new.action = 'approve' and target.expires_on <= (change_time() at time zone 'UTC')::date then
    perform refuse('The expiry of this proposal has already come. Propose anew with a later one.');
  end if;
  if new.action = 'reject' and btrim(new.comment) = '' then
    perform refuse('A rejection needs a reason.');
  end if;
  if new.action = 'complete' and target.outcome in ('remove', 'replace', 'isolate', 'withdraw_from_new_users')
     and not exists (select 1 from evidence where decision_id = target.id) then
    perform refuse('Done needs evidence: add a link or a file first.');
  end if;
  return new;
end $$;

create or replace trigger decision_event_before_insert before insert on decision_event
  for each row execute function decision_event_before_insert();

-- State follows from the events; an approval supersedes what was in force for the deployment.
create or replace function decision_event_after_insert() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update decision d set
    state = e.to_state,
    approved_by = case when e.action = 'approve' then e.actor_id else d.approved_by end,
    approved_by_name = case when e.action = 'approve' then e.actor_name else d.approved_by_name end,
    approved_at = case when e.action = 'approve' then e.at else d.approved_at end
  from new_rows e
  where e.decision_id = d.id and e.action not in ('propose', 'import');

  -- The supersede events come through here as well; they end the recursion.
  if not exists (select 1 from new_rows where action = 'approve') then return null; end if;
  insert into decision_event (decision_id, action, to_state, actor_name, comment, content_hash)
  select former.id, 'supersede', 'superseded', actor_name(), 'A newer decision was approved.', former.content_hash
  from new_rows e
  join decision newer on newer.id = e.decision_id
  join decision former on former.deployment_id = newer.deployment_id and former.id <> newer.id
  where e.action = 'approve' and former.state in ('approved', 'in_progress', 'done', 'expired');
  return null;
end $$;

create or replace trigger decision_event_after_insert after insert on decision_event
  referencing new table as new_rows for each statement execute function decision_event_after_insert();

-- Reopens what has run out. Called daily and at start; returns how many decisions expired.
create or replace function expire_decisions(today date) returns integer
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  total integer;
begin
  insert into decision_event (decision_id, action, to_state, actor_name, comment, content_hash)
  select id, 'expire', 'expired', 'system', format('Expired on %s.', expires_on), content_hash
  from decision
  where expires_on <= today and (state in ('approved', 'in_progress') or (state = 'done' and outcome = 'accept'));
  get diagnostics total = row_count;
  return total;
end $$;

create or replace function is_append_only() returns trigger language plpgsql as $$
begin
  perform refuse(format('%s is append-only.', initcap(replace(tg_table_name, '_', ' '))));
  return null;
end $$;

create or replace trigger append_only before update or delete or truncate on decision_event
  for each statement execute function is_append_only();
create or replace trigger append_only before update or delete or truncate on evidence
  for each statement execute function is_append_only();
create or replace trigger append_only before delete or truncate on decision
  for each statement execute function is_append_only();
