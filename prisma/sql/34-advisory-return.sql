-- The return of an advisory: what each organisation has in its scope and has done about it, and the
-- signed statement of one that has nothing.

-- A nil return speaks of all systems of the organisation, so only who may see all of them signs it,
-- whatever there is to see, and only while it is true.
create or replace function advisory_return_before_insert() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  -- First, since it waits for other writers: what it looks at below cannot change until it is signed.
  moment timestamptz := change_time();
  concerned advisory;
  open_deployments integer;
begin
  if not actor_is_active() then
    perform refuse('A return needs a person who signs it.');
  elsif not actor_sees_everything() then
    perform refuse('A return speaks of all systems of the organisation. Somebody cleared to TOP SECRET who holds every caveat and is in every need-to-know group has to sign it.');
  elsif not (actor_sees_all_organisations() or new.organisation_id = any(actor_organisations())) then
    perform refuse('There is no such organisation, or you may not see it.');
  end if;
  select * into concerned from advisory where id = new.advisory_id for share;
  if concerned.status is distinct from 'active' then
    perform refuse('Only an active advisory has a return.');
  end if;
  select count(*) into open_deployments from exposure
    where advisory_id = concerned.id and organisation_id = new.organisation_id and valid_to = 'infinity' and verdict in ('in', 'cannot_tell');
  if open_deployments > 0 then
    perform refuse(format('%s of its deployments %s in the scope of %s, or may be. A nil return would not be true.',
      open_deployments, case open_deployments when 1 then 'is' else 'are' end, concerned.reference));
  end if;
  new.version := concerned.version;
  new.signed_by := actor_id();
  new.signed_by_name := actor_name();
  new.signed_at := moment;
  return new;
end $$;

create or replace trigger advisory_return_before_insert before insert on advisory_return
  for each row execute function advisory_return_before_insert();
create or replace trigger append_only before update or delete or truncate on advisory_return
  for each statement execute function is_append_only();

-- Where each deployment that an advisory judges stands in its return. What is in scope has one part:
-- decided (a decision in force does what is asked, or the deployment is retired), waiting for the
-- approval of a proposal, otherwise (something else is in force), or undecided. Done, overdue
-- and stale are told besides. Parts are named in app/_domain/advisory-return.
create or replace view advisory_answer with (security_invoker = true) as
select x.advisory_id, x.organisation_id, x.deployment_id, e.classification_rank, e.marking,
  case when x.verdict = 'cannot_tell' then 'cannot_tell'
    when x.verdict = 'out_no_action' then 'no_action'
    when s.answered then 'decided'
    when exists (select from decision p where p.deployment_id = x.deployment_id and p.state = 'proposed') then 'waiting'
    when s.in_force then 'otherwise'
    else 'undecided' end as part,
  x.verdict = 'in' and s.done as done,
  -- To assess is to decide; anything else is late until it is done.
  x.verdict = 'in' and not s.done
    and (s.in_force and e.due_on < s.today or x.due_on < s.today and not (s.answered and x.action = 'assess')) as overdue,
  x.verdict = 'in' and e.needs_decision = 'yes' as stale
from exposure x
join register_entry e on e.deployment_id = x.deployment_id and e.valid_to = 'infinity'
cross join lateral (
  select (now() at time zone 'UTC')::date as today, e.status = 'retired' as retired,
    e.decision_state in ('approved', 'in_progress', 'done') as in_force
) f
cross join lateral (
  select f.today, f.in_force, f.retired or f.in_force and action_answers(x.action, e.decision) as answered,
    f.retired or e.decision_state = 'done' and action_answers(x.action, e.decision) as done
) s
where x.valid_to = 'infinity';
