-- Who is asking. The application sets app.actor_id for each transaction; what that person may see
-- is looked up here, so that the application cannot claim more than the user's own record grants.

create extension if not exists pg_trgm;

create or replace function actor_id() returns uuid
language sql stable parallel safe
as $$ select nullif(current_setting('app.actor_id', true), '')::uuid $$;

-- The classification rank up to which a clearance routinely gives access. app/_domain/clearance holds
-- the same table; a test holds the two equal.
create or replace function clearance_ceiling(clearance text) returns smallint
language sql immutable parallel safe
as $$ select case clearance when 'DV' then 3 when 'SC' then 2 when 'CTC' then 1 when 'BPSS' then 1 else 0 end::smallint $$;

-- The classification rank up to which the actor may see rows; 0 sees nothing classified, as does a
-- clearance whose last day has passed.
create or replace function actor_ceiling() returns smallint
language sql stable security definer set search_path = public, pg_temp
as $$
  select coalesce(max(clearance_ceiling(clearance)), 0)::smallint
  from "user"
  where id = actor_id() and not disabled
    and (clearance_expires_on is null or clearance_expires_on >= (now() at time zone 'UTC')::date)
$$;

create or replace function actor_is_active() returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$ select exists (select 1 from "user" where id = actor_id() and not disabled) $$;

create or replace function actor_sees_all_organisations() returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$ select exists (select 1 from "user" where id = actor_id() and not disabled and all_organisations) $$;

create or replace function actor_organisations() returns uuid[]
language sql stable security definer set search_path = public, pg_temp
as $$
  select coalesce(array_agg(organisation_id), '{}')
  from user_organisation where user_id = actor_id() and actor_is_active()
$$;

create or replace function actor_has_role(wanted text) returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (
    select 1 from role_assignment r join "user" u on u.id = r.user_id
    where u.id = actor_id() and not u.disabled and r.role = wanted)
$$;

create or replace function actor_name() returns text
language sql stable security definer set search_path = public, pg_temp
as $$ select coalesce((select name from "user" where id = actor_id()), 'system') $$;

-- Writers go one after the other, so that history has one order and moments never overlap.
create or replace function register_write_lock() returns void
language sql volatile
as $$ select pg_advisory_xact_lock(7221, 1) $$;

-- The moment of this transaction's changes: one for all of them, later than every earlier change.
create or replace function change_time() returns timestamptz
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  moment text := current_setting('app.change_time', true);
begin
  if moment is null or moment = '' then
    perform register_write_lock();
    select greatest(clock_timestamp(), max(at) + interval '1 microsecond')::text into moment
    from (select at from history_event order by seq desc limit 1) newest;
    perform set_config('app.change_time', moment, true);
  end if;
  return moment::timestamptz;
end $$;

-- The day, in UTC, for which a change or a reader judges what is dated: that of the past moment that is
-- read, or of the transaction's changes, or today.
create or replace function change_day() returns date
language sql stable
as $$
  select (coalesce(nullif(current_setting('app.as_of', true), '')::timestamptz,
    nullif(current_setting('app.change_time', true), '')::timestamptz, now()) at time zone 'UTC')::date
$$;

-- The change that is being made: a request or an import.
create or replace function change_id() returns uuid
language sql stable parallel safe
as $$ select nullif(current_setting('app.change_id', true), '')::uuid $$;

-- Refusals of rules are raised with this SQLSTATE; their message is meant for the person.
create or replace function refuse(message text) returns void
language plpgsql
as $$ begin raise exception using errcode = 'RR001', message = message; end $$;

-- The same where the person lacks the right to it; such refusals are recorded.
create or replace function forbid(message text) returns void
language plpgsql
as $$ begin raise exception using errcode = 'RR003', message = message; end $$;
