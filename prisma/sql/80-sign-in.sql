-- Who may become a user and who may give rights, whatever the application's role tries.

alter table "user" drop constraint if exists user_email_in_lower_case;
alter table "user" add constraint user_email_in_lower_case check (email = lower(email) and btrim(email) <> '');
alter table "user" drop constraint if exists user_name_given;
alter table "user" add constraint user_name_given check (btrim(name) <> '');

-- For tables of people and their rights; the argument names the column of the person concerned.
-- Administrators wait for each other here, so that two of them cannot disable each other at once
-- and leave a register without any.
create or replace function guard_rights() returns trigger
language plpgsql as $$
declare
  harmless constant text[] := array['email_verified', 'image', 'updated_at', 'change_id'];
  concerned uuid := to_jsonb(coalesce(new, old)) ->> tg_argv[0];
begin
  if pg_has_role((select relowner from pg_class where oid = tg_relid), 'usage') then
    return coalesce(new, old);
  end if;
  if tg_table_name = 'user' then
    if tg_op = 'UPDATE' and to_jsonb(new) - harmless = to_jsonb(old) - harmless then
      return new;
    end if;
  end if;
  perform register_write_lock();
  if not actor_has_role('administrator') then
    perform forbid('Only an administrator adds people or changes their rights.');
  elsif concerned = actor_id() or (tg_op = 'UPDATE' and (to_jsonb(old) ->> tg_argv[0])::uuid = actor_id()) then
    perform forbid('Nobody changes their own rights. Ask another administrator.');
  end if;
  return coalesce(new, old);
end $$;

create or replace trigger guard_rights before insert or update or delete on "user"
  for each row execute function guard_rights('id');
create or replace trigger guard_rights before insert or update or delete on role_assignment
  for each row execute function guard_rights('user_id');
create or replace trigger guard_rights before insert or update or delete on user_organisation
  for each row execute function guard_rights('user_id');
create or replace trigger guard_rights before insert or update or delete on access_group_member
  for each row execute function guard_rights('user_id');

-- One-time links. The application cannot read them: it has to show the hash of a token.

create or replace function open_invitation(token_hash text) returns setof invitation
language sql stable
as $$
  select i.* from invitation i left join "user" u on u.id = i.user_id
  where i.token_hash = open_invitation.token_hash and i.used_at is null and i.expires_at > now()
    and case when i.user_id is null then not exists (select from "user") else not u.disabled end
$$;

-- Whom a link is for: one row without a person where it makes the first administrator, no row
-- where it is not valid.
create or replace function invited(token_hash text) returns table (user_id uuid, name text, email text)
language sql stable security definer set search_path = public, pg_temp
as $$
  select i.user_id, coalesce(u.name, ''), coalesce(u.email, '')
  from open_invitation(token_hash) i left join "user" u on u.id = i.user_id
$$;

create or replace function use_invitation(token_hash text, for_a_user boolean) returns uuid
language plpgsql as $$
declare
  used invitation;
begin
  perform register_write_lock();
  update invitation i set used_at = now()
    where i.id = (select o.id from open_invitation(use_invitation.token_hash) o)
      and (i.user_id is not null) = for_a_user
    returning i.* into used;
  if used.id is null then
    perform refuse('This link is not valid: it has been used, has expired, or was replaced by a newer one.');
  end if;
  return used.user_id;
end $$;

create or replace function set_password(person uuid, password_hash text) returns void
language plpgsql as $$
begin
  update account set password = password_hash, updated_at = now() where user_id = person and provider_id = 'credential';
  if not found then
    insert into account (user_id, account_id, provider_id, password)
      values (person, person::text, 'credential', password_hash);
  end if;
end $$;

create or replace function create_first_administrator(token_hash text, name text, email text, password_hash text) returns uuid
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  person uuid := gen_random_uuid();
begin
  perform use_invitation(token_hash, false);
  perform set_config('app.actor_id', person::text, true);
  -- Sees the names of all organisations, to assign people to them, and nothing classified.
  insert into "user" (id, name, email, all_organisations) values (person, name, lower(email), true);
  perform set_password(person, password_hash);
  insert into role_assignment (user_id, role) values (person, 'administrator');
  return person;
end $$;

create or replace function accept_invitation(token_hash text, password_hash text) returns uuid
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  person uuid := use_invitation(token_hash, true);
begin
  perform set_config('app.actor_id', person::text, true);
  perform set_password(person, password_hash);
  delete from session where user_id = person;
  perform history_record_act('set_password', 'user', person::text, '{"by": "link"}');
  return person;
end $$;

-- Replaces the open links of the person; returns when the new one expires.
create or replace function create_invitation(person uuid, token_hash text) returns timestamptz
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  expiry timestamptz := now() + interval '72 hours';
begin
  if not actor_has_role('administrator') then
    perform forbid('Only an administrator invites people.');
  elsif person = actor_id() then
    perform refuse('Change your own password on your account page.');
  elsif not exists (select from "user" where id = person and not disabled) then
    perform refuse('There is no such user, or the user is disabled.');
  end if;
  update invitation set used_at = now() where user_id = person and used_at is null;
  insert into invitation (user_id, token_hash, expires_at) values (person, token_hash, expiry);
  perform history_record_act('invite', 'user', person::text, jsonb_build_object('expires_at', history_instant(expiry)));
  return expiry;
end $$;

-- Second factors. Which roles need one is a setting; a person may have one without need.

create or replace function second_factor_required(person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select from role_assignment r, setting s where r.user_id = person and r.role = any (s.second_factor_roles))
$$;

create or replace function has_second_factor(person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select from authenticator where user_id = person) or exists (select from passkey where user_id = person)
$$;

-- What is left to do before the person of a session may act: 'prove' by a second factor, 'enrol' one
-- first, or nothing.
create or replace function sign_in_step(session session) returns text
language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  return case
    when session.second_factor is not null then null
    when has_second_factor(session.user_id) then 'prove'
    when second_factor_required(session.user_id) then 'enrol'
  end;
end $$;

create or replace function sign_in_step(session_id uuid) returns text
language sql stable security definer set search_path = public, pg_temp
as $$ select sign_in_step(s) from session s where s.id = session_id $$;

-- Before whoever lost theirs can enrol another: a step of an administrator, who cannot see them.
create or replace function remove_second_factors(person uuid) returns void
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not actor_has_role('administrator') then
    perform forbid('Only an administrator removes the second factor of somebody else.');
  elsif person = actor_id() then
    perform refuse('Change your own second factor on your account page.');
  elsif not exists (select from "user" where id = person) then
    perform refuse('There is no such person.');
  end if;
  delete from authenticator where user_id = person;
  delete from passkey where user_id = person;
  delete from session where user_id = person;
  perform history_record_act('second_factor_remove', 'user', person::text, '{}');
end $$;

-- Sessions. When one ends follows from when it began, when it was used, and the settings.

create or replace function limit_session() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  select least(new.updated_at + make_interval(mins => session_idle_minutes), new.created_at + make_interval(hours => session_hours))
    into new.expires_at from setting;
  return new;
end $$;

create or replace trigger limit_session before insert or update on session
  for each row execute function limit_session();

create or replace function limit_sessions() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update session set updated_at = updated_at;
  return null;
end $$;

create or replace trigger limit_sessions after update of session_idle_minutes, session_hours on setting
  for each row execute function limit_sessions();

-- The owner and the scopes of a token, while it is valid and its owner could sign in: with a second
-- factor where the owner needs one, or by the provider, which asks for its own.
create or replace function use_api_token(token_hash text) returns table (user_id uuid, name text, scopes text[])
language plpgsql security definer set search_path = public, pg_temp
as $$
#variable_conflict use_column
begin
  update api_token t set last_used_at = now()
    where t.token_hash = use_api_token.token_hash and t.expires_at > now()
      and (t.last_used_at is null or t.last_used_at < now() - interval '1 minute');
  return query
    select t.user_id, t.name, t.scopes from api_token t join "user" u on u.id = t.user_id
    where t.token_hash = use_api_token.token_hash and t.expires_at > now() and not u.disabled
      and (has_second_factor(u.id) or not second_factor_required(u.id)
        or exists (select from account a where a.user_id = u.id and a.provider_id = 'oidc'));
end $$;

-- Single sign-on. Who comes by the provider is known by its subject; a new person has no role but by
-- a group, and no clearance.

-- The user behind a subject: linked before, of the same verified address, or new; null where the
-- address is somebody's and not verified. The roles that groups stand for are given and taken by the
-- groups, each time; the others by administrators.
create or replace function provide_user(subject text, email text, email_verified boolean, name text, groups text[]) returns uuid
language plpgsql security definer set search_path = public, pg_temp
as $$
#variable_conflict use_variable
declare
  person uuid := (select a.user_id from account a where a.provider_id = 'oidc' and a.account_id = subject);
begin
  perform register_write_lock();
  if person is null then
    select u.id into person from "user" u where u.email = lower(provide_user.email);
    if person is not null and not email_verified then return null; end if;
    if person is null then
      insert into "user" (name, email, email_verified)
        values (coalesce(nullif(btrim(provide_user.name), ''), provide_user.email), lower(provide_user.email), provide_user.email_verified)
        returning id into person;
    end if;
    update "user" u set email_verified = true where u.id = person and provide_user.email_verified and not u.email_verified;
    insert into account (user_id, account_id, provider_id) values (person, subject, 'oidc');
    perform history_record_act('link_provider', 'user', person::text, jsonb_build_object('subject', subject));
  end if;
  delete from role_assignment r where r.user_id = person and exists (select from group_role g where g.role = r.role)
    and not exists (select from group_role g where g.role = r.role and g.group_name = any (groups));
  insert into role_assignment (user_id, role)
    select distinct person, g.role from group_role g where g.group_name = any (groups)
    on conflict do nothing;
  return person;
end $$;

-- Whether a person may sign in here, and not by the provider.
create or replace function may_sign_in_locally(person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$ select local_sign_in or coalesce(break_glass_id = person, false) from setting $$;

-- The account for the day on which the provider fails: its use is told twice, by an act and by the
-- settings, from which every administrator's pages have it.
create or replace function guard_local_sign_in() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if new.second_factor = 'provider' or (select local_sign_in from setting) then return new; end if;
  if not may_sign_in_locally(new.user_id) then
    perform forbid('Sign in by the provider of single sign-on.');
  end if;
  perform history_record_act('break_glass', 'user', new.user_id::text, jsonb_strip_nulls(jsonb_build_object('address', nullif(new.ip_address, ''))));
  update setting set break_glass_used_at = now();
  return new;
end $$;

create or replace trigger guard_local_sign_in before insert on session
  for each row execute function guard_local_sign_in();

-- Passkeys. Whose one is, before anybody is signed in: by the credential that the device names.

create or replace function find_passkey(credential_id text) returns table (user_id uuid, public_key bytea, counter bigint)
language sql stable security definer set search_path = public, pg_temp
as $$ select p.user_id, p.public_key, p.counter from passkey p where p.credential_id = find_passkey.credential_id $$;

-- False where the device's counter has not moved on since another use of it at the same moment.
create or replace function use_passkey(credential_id text, new_counter bigint) returns boolean
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update passkey p set counter = new_counter, last_used_at = now()
    where p.credential_id = use_passkey.credential_id and (p.counter < new_counter or (p.counter = 0 and new_counter = 0));
  return found;
end $$;
