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
