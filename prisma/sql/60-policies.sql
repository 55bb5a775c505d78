-- Row-level security. Without an actor nothing is visible; above the actor's clearance nothing is.
-- Constants of a statement stand in scalar sub-selects so that they are computed once.

do $$
declare
  relation text;
  existing record;
begin
  for existing in select tablename, policyname from pg_policies where schemaname = 'public' loop
    execute format('drop policy %I on %I', existing.policyname, existing.tablename);
  end loop;

  foreach relation in array array[
    'organisation', 'supplier', 'supplier_alias', 'ownership_link', 'origin_fact', 'origin_headline', 'product',
    'product_component', 'system', 'deployment', 'decision', 'decision_event', 'decision_transition', 'evidence',
    'register_entry', 'history_event', 'history_change', 'import_batch', 'import_chunk', 'import_problem',
    'import_match', 'import_mapping', 'role_assignment', 'user_organisation', 'setting',
    'advisory', 'advisory_version', 'advisory_return', 'exposure', 'calendar', 'receipt', 'access_group', 'access_group_member',
    'clearance_request', 'compartment', 'invitation', 'user', 'session', 'account', 'verification', 'rate_limit',
    'authenticator', 'passkey', 'api_token', 'group_role'
  ] loop
    execute format('alter table %I enable row level security', relation);
  end loop;

  -- What is not classified: open to everyone signed in; who may write is decided by permission.
  foreach relation in array array[
    'supplier', 'supplier_alias', 'ownership_link', 'origin_fact', 'origin_headline', 'product', 'product_component',
    'import_mapping', 'decision_transition', 'setting', 'advisory', 'advisory_version'
  ] loop
    execute format('create policy signed_in on %I using ((select actor_is_active())) with check ((select actor_is_active()))', relation);
  end loop;

  -- What hangs on one visible row of another table.
  for existing in select * from (values
    ('deployment', 'system', 'system_id'), ('decision', 'deployment', 'deployment_id'), ('decision_event', 'decision', 'decision_id'),
    ('evidence', 'decision', 'decision_id'), ('import_chunk', 'import_batch', 'import_id'), ('import_problem', 'import_batch', 'import_id'),
    ('import_match', 'import_batch', 'import_id'), ('advisory_return', 'organisation', 'organisation_id')
  ) t(child, parent, key) loop
    execute format('create policy as_%2$s on %1$I using (exists (select 1 from %2$I parent where parent.id = %1$I.%3$I))
      with check (exists (select 1 from %2$I parent where parent.id = %1$I.%3$I))', existing.child, existing.parent, existing.key);
  end loop;
end $$;

create policy own_organisations on organisation
  using ((select actor_sees_all_organisations()) or id = any((select actor_organisations())::uuid[]))
  with check ((select actor_sees_all_organisations()) or id = any((select actor_organisations())::uuid[]));

do $$
declare
  -- The one condition of whatever is classified: its rank, its organisation and its compartment.
  seen constant text := '%1$I <= (select actor_ceiling())
    and ((select actor_sees_all_organisations()) or organisation_id = any((select actor_organisations())::uuid[]))
    and %2$I = any((select actor_compartments())::integer[])';
  of_history constant text := '(select actor_is_active()) and access_rank <= (select actor_ceiling())
    and (organisation_id is null or (select actor_sees_all_organisations()) or organisation_id = any((select actor_organisations())::uuid[]))
    and compartment_id = any((select actor_compartments())::integer[])
    and (access_rank = 0 or (select actor_sees_everything())
      or %1$I(%2$I, entity_id, (select actor_ceiling()), (select actor_compartments())::integer[]))';
  counted record;
begin
  execute format('create policy cleared on system using (' || seen || ') with check (' || seen || ')', 'classification_rank', 'compartment_id');
  execute format('create policy cleared on register_entry for select using (' || seen || ')', 'access_rank', 'access_compartment_id');
  execute format('create policy cleared on exposure for select using (' || seen || ')', 'access_rank', 'access_compartment_id');
  -- Counts that know of no organisation are for those who see all.
  for counted in select relation, columns ~ '\morganisation_id\M' as by_organisation from register_counts() loop
    execute format('create policy cleared on %3$I for select using (' || case when counted.by_organisation then seen
      else replace(seen, 'or organisation_id = any((select actor_organisations())::uuid[])', '') end || ')',
      'access_rank', 'access_compartment_id', counted.relation);
  end loop;
  execute format('create policy cleared on history_event for select using (' || of_history || ')', 'history_is_open', 'entity');
  execute format('create policy cleared on history_change for select using (' || of_history || ')', 'history_change_is_open', 'seq');
end $$;

-- A file may hold rows of any classification and organisation: its uploader sees it, and who is
-- cleared for all that it holds.
create policy uploader_or_cleared on import_batch
  using ((select actor_is_active()) and (uploaded_by = (select actor_id())
    or (access_rank <= (select actor_ceiling()) and (select actor_sees_all_organisations())
      and compartment_id = any((select actor_compartments())::integer[]))))
  with check ((select actor_is_active()));

-- A receipt is seen by who exported, and by auditors and administrators who are cleared for all that
-- the file holds, and for the compartments that the exporter saw. Of a file that holds no
-- organisation's rows nothing says that they are, unless they see all.
create policy exporter_or_cleared on receipt for select
  using ((select actor_is_active()) and (exported_by = (select actor_id())
    or (((select actor_has_role('auditor')) or (select actor_has_role('administrator')))
      and access_rank <= (select actor_ceiling())
      and scope_compartments <@ (select actor_compartments())
      and ((select actor_sees_all_organisations())
        or (organisation_ids <> '{}' and organisation_ids <@ (select actor_organisations()))))));
create policy exporter on receipt for insert with check ((select actor_is_active()) and exported_by = (select actor_id()));
create policy exporter_ends on receipt for update
  using (exported_by = (select actor_id())) with check (exported_by = (select actor_id()));

-- Expiry, superseding and what came by import are the register's own steps, taken by its owner's functions.
create policy not_by_hand on decision_event as restrictive for insert
  with check (action not in ('propose', 'import', 'expire', 'supersede'));

-- Rights are read by everyone signed in and given by administrators.
create policy readable on role_assignment for select using ((select actor_is_active()));
create policy given_by_administrator on role_assignment for all
  using ((select actor_has_role('administrator'))) with check ((select actor_has_role('administrator')) and user_id <> (select actor_id()));
create policy readable on user_organisation for select using ((select actor_is_active()));
create policy given_by_administrator on user_organisation for all
  using ((select actor_has_role('administrator'))) with check ((select actor_has_role('administrator')) and user_id <> (select actor_id()));

-- Groups are known to their members and to administrators, who see no system by managing them.
create policy administered on access_group
  using ((select actor_has_role('administrator'))) with check ((select actor_has_role('administrator')));
create policy known_to_members on access_group for select
  using (exists (select from access_group_member m where m.group_id = access_group.id and m.user_id = (select actor_id())));
create policy administered on access_group_member
  using ((select actor_has_role('administrator'))) with check ((select actor_has_role('administrator')) and user_id <> (select actor_id()));
create policy own on access_group_member for select using ((select actor_is_active()) and user_id = (select actor_id()));
create policy administered on clearance_request
  using ((select actor_has_role('administrator'))) with check ((select actor_has_role('administrator')));

-- Signing in happens before there is an actor, and needs a person's secrets. Afterwards one's own are seen
-- by oneself, and by administrators for whether there are any. What may be changed of whom is for
-- guard_rights to say.
do $$
declare
  relation text;
begin
  foreach relation in array array['user', 'session', 'account', 'verification', 'rate_limit'] loop
    execute format('create policy signing_in on %I using ((select actor_id()) is null) with check ((select actor_id()) is null)', relation);
  end loop;
  foreach relation in array array['user', 'session', 'account'] loop
    execute format('create policy administered on %I using ((select actor_has_role(''administrator'')))
      with check ((select actor_has_role(''administrator'')))', relation);
  end loop;
  foreach relation in array array['session', 'account'] loop
    execute format('create policy own on %I using ((select actor_is_active()) and user_id = (select actor_id()))
      with check ((select actor_is_active()) and user_id = (select actor_id()))', relation);
  end loop;
end $$;
-- Who did what is told by name.
create policy named on "user" for select using ((select actor_is_active()));
-- A change of one's own rights is refused aloud, by guard_rights, rather than without effect.
create policy own on "user" for update
  using ((select actor_is_active()) and id = (select actor_id())) with check (id = (select actor_id()));

create policy kept_by_administrator on group_role
  using ((select actor_has_role('administrator'))) with check ((select actor_has_role('administrator')));

-- What a person signs in with is the person's own.
create policy own on authenticator
  using (user_id = (select actor_id())) with check (user_id = (select actor_id()));
create policy own on passkey
  using (user_id = (select actor_id())) with check (user_id = (select actor_id()));
create policy own on api_token
  using (user_id = (select actor_id())) with check (user_id = (select actor_id()));
