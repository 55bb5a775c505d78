-- What must be true of each row of the write model, whoever writes it.

create or replace procedure ensure_check(relation text, name text, condition text)
language plpgsql as $$
begin
  execute format('alter table %I drop constraint if exists %I', relation, name);
  execute format('alter table %I add constraint %I check (%s)', relation, name, condition);
end $$;

call ensure_check('organisation', 'organisation_name_given', $$btrim(name) <> ''$$);
call ensure_check('supplier', 'supplier_name_given', $$btrim(name) <> ''$$);
call ensure_check('product', 'product_name_given', $$btrim(name) <> ''$$);
call ensure_check('system', 'system_name_given', $$btrim(name) <> ''$$);
call ensure_check('system', 'system_classification', $$classification in ('OFFICIAL', 'SECRET', 'TOP SECRET', 'UNSETTLED')$$);
call ensure_check('system', 'system_sensitive_only_on_official', $$classification = 'OFFICIAL' or not 'SENSITIVE' = any(markings)$$);
call ensure_check('deployment', 'deployment_status', $$status in ('planned', 'in_use', 'retired')$$);
call ensure_check('deployment', 'deployment_installations', $$installations >= 0$$);
call ensure_check('ownership_link', 'ownership_share', $$share_percent between 0 and 100$$);
call ensure_check('ownership_link', 'ownership_not_self', $$owner_id <> owned_id$$);
call ensure_check('ownership_link', 'ownership_period', $$valid_from < valid_to$$);
call ensure_check('origin_fact', 'origin_fact_subject', $$num_nonnulls(supplier_id, product_id) = 1$$);
call ensure_check('origin_fact', 'origin_fact_country', $$country ~ '^[A-Z]{2}$'$$);
call ensure_check('origin_fact', 'origin_fact_period', $$valid_from < valid_to$$);
call ensure_check('origin_fact', 'origin_fact_facet', $$facet in ('incorporation', 'headquarters', 'ultimate_parent',
  'significant_shareholder', 'management', 'developed', 'built', 'maintained', 'operated', 'hosted', 'data_at_rest', 'support')$$);
call ensure_check('origin_fact', 'origin_fact_confidence', $$confidence in ('confirmed', 'probable', 'unverified')$$);
call ensure_check('product_component', 'product_component_not_self', $$product_id <> component_id$$);
call ensure_check('user', 'user_clearance', $$clearance in ('none', 'BPSS', 'CTC', 'SC', 'DV')$$);
call ensure_check('access_group', 'access_group_name_given', $$btrim(name) <> ''$$);
call ensure_check('clearance_request', 'clearance_request_state', $$state in ('waiting', 'granted', 'refused', 'withdrawn')$$);
call ensure_check('role_assignment', 'role_assignment_role', $$role in ('administrator', 'data_steward', 'risk_officer', 'approver', 'auditor')$$);
call ensure_check('setting', 'setting_single', $$id = 1$$);
call ensure_check('setting', 'setting_session', $$session_idle_minutes between 5 and 480 and session_hours between 1 and 24$$);
call ensure_check('session', 'session_second_factor', $$second_factor in ('totp', 'recovery_code', 'passkey', 'provider')$$);
call ensure_check('setting', 'setting_way_in', $$local_sign_in or break_glass_id is not null$$);
call ensure_check('group_role', 'group_role_group_given', $$btrim(group_name) <> ''$$);
call ensure_check('group_role', 'group_role_role', $$role in ('administrator', 'data_steward', 'risk_officer', 'approver', 'auditor')$$);
call ensure_check('passkey', 'passkey_name_given', $$btrim(name) <> ''$$);
call ensure_check('api_token', 'api_token_name_given', $$btrim(name) <> ''$$);
call ensure_check('api_token', 'api_token_scopes', $$scopes <> '{}' and scopes <@ array['read', 'export', 'import']$$);
call ensure_check('advisory', 'advisory_reference', $$reference ~ '^[A-Za-z0-9][A-Za-z0-9.-]*$'$$);
call ensure_check('advisory', 'advisory_title_given', $$btrim(title) <> ''$$);
call ensure_check('advisory', 'advisory_status', $$status in ('draft', 'active', 'withdrawn')$$);
call ensure_check('advisory', 'advisory_bindingness', $$bindingness in ('binding', 'guidance')$$);
call ensure_check('advisory', 'advisory_confirmation', $$confirmation in ('primary', 'secondary', 'unconfirmed')$$);
call ensure_check('advisory', 'advisory_rules', $$jsonb_typeof(rules) = 'array'$$);
call ensure_check('advisory', 'advisory_not_itself', $$id is distinct from supersedes_id and id is distinct from amends_id$$);
call ensure_check('evidence', 'evidence_kind', $$(kind = 'link' and url ~ '^https?://') or (kind = 'file' and content is not null)$$);
call ensure_check('evidence', 'evidence_size', $$byte_count <= 10485760$$);

drop procedure ensure_check;

insert into setting (id) values (1) on conflict do nothing;
select compartment_of(array[caveat]) from setting, unnest(caveats) caveat;

create or replace function classification_rank(classification text) returns smallint
language sql immutable parallel safe
as $$ select case classification when 'OFFICIAL' then 1 when 'TOP SECRET' then 3 else 2 end::smallint $$;

create or replace function stamp_change() returns trigger language plpgsql as $$
begin
  new.change_id := change_id();
  return new;
end $$;

create or replace function stamp_change_and_time() returns trigger language plpgsql as $$
begin
  -- Writing what stands there is no change: the history does not tell it either.
  if tg_op = 'UPDATE' and new is not distinct from old then return new; end if;
  new.change_id := change_id();
  -- Asked for each row: the setting costs much less than the function that makes it.
  new.updated_at := coalesce(nullif(current_setting('app.change_time', true), '')::timestamptz, change_time());
  return new;
end $$;

-- Whose system it is to see. Groups that the writer may not see can be kept, and not given.
create or replace function rank_system() returns trigger language plpgsql as $$
begin
  new.classification_rank := classification_rank(new.classification);
  if new.markings = '{}' and new.group_ids = '{}' then
    new.compartment_id := 0;
    return new;
  end if;
  if new.group_ids <> '{}' and exists (
    select from unnest(new.group_ids) named(id)
    where (tg_op = 'INSERT' or named.id <> all(old.group_ids)) and not exists (select from access_group g where g.id = named.id)) then
    perform refuse('There is no such group, or you may not see it.');
  end if;
  new.compartment_id := compartment_of(system_demands(new.markings, new.group_ids));
  return new;
end $$;

do $$
declare relation text;
begin
  foreach relation in array array['organisation', 'supplier', 'product', 'system', 'deployment', 'advisory', 'access_group'] loop
    execute format('create or replace trigger stamp before insert or update on %I for each row execute function stamp_change_and_time()', relation);
  end loop;
  foreach relation in array array['supplier_alias', 'ownership_link', 'origin_fact', 'product_component', 'decision', 'user', 'setting'] loop
    execute format('create or replace trigger stamp before insert or update on %I for each row execute function stamp_change()', relation);
  end loop;
end $$;

create or replace trigger rank before insert or update on system
  for each row execute function rank_system();

-- A stranger's name that is taken, or a product that something unseen rests on, would tell of what the
-- writer may not see. So these are for those from whom nothing of the kind is hidden, whatever there is.
create or replace function refuse_blind_change() returns trigger language plpgsql as $$
begin
  if pg_has_role((select relowner from pg_class where oid = tg_relid), 'usage') then
    return coalesce(new, old);
  elsif not actor_sees_all_organisations() then
    perform forbid('This touches all organisations, of which you see some. Ask somebody who sees all.');
  elsif tg_op = 'DELETE' and not actor_sees_everything() then
    perform forbid('Something that you may not see could rest on this. Ask somebody who sees the whole register to delete it.');
  end if;
  return coalesce(new, old);
end $$;

create or replace trigger blind_delete before delete on organisation for each row execute function refuse_blind_change();
create or replace trigger blind_delete before delete on product for each row execute function refuse_blind_change();
create or replace trigger blind_delete before delete on supplier for each row execute function refuse_blind_change();
create or replace trigger blind_name before update on organisation
  for each row when (old.name is distinct from new.name) execute function refuse_blind_change();

create index if not exists supplier_name_words on supplier using gin (name gin_trgm_ops);
create index if not exists supplier_alias_words on supplier_alias using gin (name gin_trgm_ops);
create index if not exists product_name_words on product using gin (name gin_trgm_ops);
create index if not exists system_name_words on system using gin (name gin_trgm_ops);
