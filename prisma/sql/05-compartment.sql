-- Need to know, beside clearance and organisation. A system with a caveat is open to those who hold it; a
-- system of need-to-know groups to the members of any of them. What a system demands is its compartment,
-- a small integer, since under a policy only such plain comparisons may use an index: the actor's
-- compartments are worked out once for each statement.

insert into compartment (id, demands) values (0, '{}') on conflict do nothing;

-- The compartment with these demands. A demand is a caveat, or ids of groups separated by semicolons.
create or replace function compartment_of(given text[]) returns integer
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  wanted constant text[] := array(select distinct demand collate "C" from unnest(given) demand order by 1);
  found integer;
begin
  select c.id into found from compartment c where c.demands = wanted;
  if found is null then
    insert into compartment as c (demands) values (wanted)
      on conflict (demands) do update set demands = excluded.demands returning c.id into found;
  end if;
  return found;
end $$;

-- What demands all that any of these do: the past is read by what was demanded then and what is now.
create or replace function compartment_of_all(compartments integer[]) returns integer
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  if compartments[1] = all(compartments) then return compartments[1]; end if;
  if -1 = any(compartments) then return -1; end if;
  return compartment_of(array(select unnest(demands) from compartment where id = any(compartments)));
end $$;

-- What a system with these markings and groups demands.
create or replace function system_demands(markings text[], group_ids uuid[]) returns text[]
language sql stable
as $$
  select array(select marking from unnest(markings) marking where marking = any((select caveats from setting)::text[]))
    || array(select string_agg(distinct id::text, ';' order by id::text) from unnest(group_ids) id having count(*) > 0)
$$;

-- The compartments that the actor sees, with -1 where there is none that the actor does not. Volatile,
-- since a system's own trigger may just have made the compartment that it is checked against.
create or replace function actor_compartments() returns integer[]
language sql volatile security definer set search_path = public, pg_temp
as $$
  with held as materialized (
    select array(select unnest(caveats) from "user" where id = actor_id() and not disabled)
      || array(select group_id::text from access_group_member where user_id = actor_id() and actor_is_active()) as keys
  ), judged as materialized (
    select c.id, not exists (select from unnest(c.demands) demand where not string_to_array(demand, ';') && held.keys) as open
    from compartment c, held
  )
  select array_agg(id) filter (where open) || case when bool_and(open) then array[-1] else '{}' end from judged
$$;

-- Whether nothing of any organisation that the actor sees can be hidden from them.
create or replace function actor_sees_everything() returns boolean
language sql volatile security definer set search_path = public, pg_temp
as $$ select actor_ceiling() >= 3 and -1 = any(actor_compartments()) $$;

-- Every caveat and every group is a compartment from its beginning, so that who sees all of them sees
-- every mixture too.
create or replace function keep_compartments() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if tg_table_name = 'access_group' then
    perform compartment_of(array[new.id::text]);
    return null;
  end if;
  perform compartment_of(array[caveat]) from unnest(new.caveats) caveat;
  -- Systems that bear what has become a caveat, or no longer is one.
  update system s set markings = s.markings
    where s.compartment_id <> 0 or s.markings && new.caveats;
  return null;
end $$;

create or replace trigger keep_compartments after insert on access_group
  for each row execute function keep_compartments();
drop trigger if exists keep_compartments on setting;
create trigger keep_compartments after update on setting
  for each row when (old.caveats is distinct from new.caveats) execute function keep_compartments();

-- Taking a caveat off the list opens its systems, so only who sees them does it.
create or replace function guard_caveats() returns trigger language plpgsql as $$
begin
  if exists (select from unnest(new.caveats) caveat where caveat ~ '[;[:cntrl:]]' or caveat <> upper(btrim(caveat)) or caveat = '') then
    perform refuse('A caveat is a marking: in capitals, without a semicolon.');
  elsif exists (select from unnest(old.caveats) caveat where caveat <> all(new.caveats)
      and caveat <> all(array(select unnest(u.caveats) from "user" u where u.id = actor_id())))
    and not pg_has_role((select relowner from pg_class where oid = tg_relid), 'usage') then
    perform forbid('Only who holds a caveat takes it off the list.');
  end if;
  return new;
end $$;

create or replace trigger guard_caveats before update of caveats on setting
  for each row execute function guard_caveats();
