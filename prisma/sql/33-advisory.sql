-- The life of an advisory: draft, active, withdrawn. Whatever is active is written once per version.

create or replace function advisory_before_change() returns trigger language plpgsql as $$
declare
  -- What is kept here, and what may be said anew of an active one without making a version.
  kept constant text[] := array['status', 'version', 'rules_version', 'activated_at', 'activated_by_name', 'withdrawn_at',
    'created_at', 'updated_at', 'change_id'];
  is_activated boolean;
begin
  if tg_op = 'INSERT' then
    new.status := 'draft';
    new.version := 0;
    new.rules_version := 0;
    new.activated_at := null;
    new.activated_by_name := '';
    new.withdrawn_at := null;
    return new;
  end if;
  new.version := old.version;
  new.rules_version := old.rules_version;
  new.activated_at := old.activated_at;
  new.activated_by_name := old.activated_by_name;
  new.withdrawn_at := old.withdrawn_at;
  if old.version > 0 and new.reference <> old.reference then
    perform refuse(format('%s has been active: decisions and exports name it, so its reference stays.', old.reference));
  end if;
  if new.status <> old.status and (old.status, new.status) not in (('draft', 'active'), ('active', 'withdrawn'), ('withdrawn', 'active')) then
    perform refuse(format('An advisory that is %s cannot become %s.', old.status, new.status));
  end if;
  if new.status = 'active' and jsonb_array_length(new.rules) = 0 then
    perform refuse('An advisory without rules would cover nothing. Add a rule before it becomes active.');
  end if;
  is_activated := new.status = 'active' and old.status <> 'active';
  if is_activated then
    new.activated_at := change_time();
    new.activated_by_name := actor_name();
    new.withdrawn_at := null;
  elsif new.status = 'withdrawn' and old.status = 'active' then
    new.withdrawn_at := change_time();
  end if;
  if new.status = 'active' and (is_activated or to_jsonb(new) - kept <> to_jsonb(old) - kept) then
    new.version := old.version + 1;
    if is_activated or (new.rules, new.issued_on) is distinct from (old.rules, old.issued_on) then
      new.rules_version := new.version;
    end if;
  end if;
  return new;
end $$;

create or replace trigger advisory_before_change before insert or update on advisory
  for each row execute function advisory_before_change();

create or replace function advisory_before_delete() returns trigger language plpgsql as $$
begin
  if old.version > 0 then
    perform refuse(format('%s has been active: withdraw it instead, so that its story stays.', old.reference));
  end if;
  return old;
end $$;

create or replace trigger advisory_before_delete before delete on advisory
  for each row execute function advisory_before_delete();

-- Writes the new versions and judges the register by what has changed.
create or replace function advisory_after_update() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  judging uuid[];
  touched uuid[];
begin
  insert into advisory_version (advisory_id, version, content, made_at, made_by_name)
  select n.id, n.version, to_jsonb(n), change_time(), actor_name()
  from new_rows n join old_rows o on o.id = n.id where n.version > o.version;

  select array_agg(n.id) into judging from new_rows n join old_rows o on o.id = n.id
    where n.rules_version <> o.rules_version or n.status <> o.status;
  if judging is null then return null; end if;
  touched := refresh_all_exposures(judging);
  perform refresh_register(touched);
  -- Decisions that rest on the rules, whether or not the verdict is another now.
  perform refresh_changed_facts(array(
    select unnest(touched) union select deployment_id from decision where advisory_id = any(judging)));
  return null;
end $$;

create or replace trigger advisory_after_update after update on advisory
  referencing new table as new_rows old table as old_rows for each statement execute function advisory_after_update();

-- By row, since a draft that is deleted takes along its versions, of which it has none.
create or replace trigger append_only before update or delete on advisory_version
  for each row execute function is_append_only();
create or replace trigger append_only_whole before truncate on advisory_version
  for each statement execute function is_append_only();
