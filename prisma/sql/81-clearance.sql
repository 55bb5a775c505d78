-- SC and DV open SECRET and above, so one administrator asks for them and another one grants them.

create or replace function is_granted_by_two(clearance text) returns boolean
language sql immutable parallel safe
as $$ select clearance_ceiling(clearance) >= 2 $$;

create or replace function guard_clearance() returns trigger language plpgsql as $$
begin
  if pg_has_role((select relowner from pg_class where oid = tg_relid), 'usage') or not is_granted_by_two(new.clearance) then
    return new;
  elsif tg_op = 'INSERT' or clearance_ceiling(new.clearance) > clearance_ceiling(old.clearance)
      or coalesce(new.clearance_expires_on, 'infinity') > coalesce(old.clearance_expires_on, 'infinity') then
    perform forbid('SC and DV take two administrators: ask for it, and another one grants it.');
  end if;
  return new;
end $$;

create or replace trigger guard_clearance before insert or update on "user"
  for each row execute function guard_clearance();

create unique index if not exists clearance_request_waiting on clearance_request (user_id) where state = 'waiting';

create or replace function clearance_request_before_insert() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not actor_has_role('administrator') then
    perform forbid('Only an administrator asks for a clearance.');
  elsif new.user_id = actor_id() then
    perform forbid('Nobody changes their own rights. Ask another administrator.');
  elsif not is_granted_by_two(new.clearance) then
    perform refuse('This clearance is given without asking.');
  end if;
  update clearance_request set state = 'withdrawn', decided_by = actor_id(), decided_by_name = actor_name(), decided_at = change_time()
    where user_id = new.user_id and state = 'waiting';
  new.state := 'waiting';
  new.requested_by := actor_id();
  new.requested_by_name := actor_name();
  new.requested_at := change_time();
  new.decided_by := null;
  new.decided_by_name := '';
  new.decided_at := null;
  return new;
end $$;

create or replace trigger clearance_request_before_insert before insert on clearance_request
  for each row execute function clearance_request_before_insert();

-- Grants or refuses what another administrator asked for; refused by who asked, it is withdrawn. Returns
-- whose clearance it is.
create or replace function decide_clearance(request uuid, granted boolean) returns uuid
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  asked clearance_request;
begin
  perform register_write_lock();
  if not actor_has_role('administrator') then
    perform forbid('Only an administrator grants a clearance.');
  end if;
  select * into asked from clearance_request where id = request for update;
  if asked.state is distinct from 'waiting' then
    perform refuse('Nobody waits for this any more.');
  elsif asked.user_id = actor_id() then
    perform forbid('Nobody changes their own rights. Ask another administrator.');
  elsif granted and asked.requested_by is not distinct from actor_id() then
    perform forbid('Who asks for a clearance cannot grant it. Another administrator can.');
  elsif granted and exists (select from invitation where user_id = asked.user_id and used_at is null and expires_at > now()) then
    -- Whoever has the link could sign in as that person.
    perform refuse('The person has not used the password link yet. Grant it when they have.');
  end if;
  update clearance_request set decided_by = actor_id(), decided_by_name = actor_name(), decided_at = change_time(),
    state = case when granted then 'granted' when requested_by = actor_id() then 'withdrawn' else 'refused' end
    where id = request;
  if granted then
    update "user" set clearance = asked.clearance, clearance_expires_on = asked.expires_on where id = asked.user_id;
  end if;
  return asked.user_id;
end $$;

-- A new password link lets whoever holds it sign in as the person. So it suspends what one administrator
-- alone could not have given, until another one grants it anew.
create or replace function suspend_clearance() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  person "user";
begin
  select * into person from "user" where id = new.user_id;
  if is_granted_by_two(person.clearance) and actor_id() is not null then
    update "user" set clearance = 'none', clearance_expires_on = null where id = person.id;
    insert into clearance_request (user_id, clearance, expires_on) values (person.id, person.clearance, person.clearance_expires_on);
  end if;
  return null;
end $$;

create or replace trigger suspend_clearance after insert on invitation
  for each row execute function suspend_clearance();
