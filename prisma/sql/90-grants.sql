-- What the application's role may do at all; policies then decide row by row.

revoke all on all tables in schema public from register_app;
revoke all on all functions in schema public from public;
grant usage on schema public to register_app;
grant select on all tables in schema public to register_app;
revoke select on register_source, invitation, calendar, compartment, register_digest, "_prisma_migrations" from register_app;

grant insert, update, delete on
  organisation, supplier, supplier_alias, ownership_link, origin_fact, product, product_component, system, deployment,
  import_batch, import_chunk, import_problem, import_match, import_mapping,
  role_assignment, user_organisation, access_group_member, advisory, authenticator, passkey, group_role
  to register_app;
grant update on setting to register_app;
grant insert, update on access_group to register_app;
grant insert on clearance_request to register_app;
grant insert on decision, decision_event, evidence, advisory_return to register_app;
-- A token is found by use_api_token, which has to be shown its hash; it is never changed.
revoke select on api_token from register_app;
grant select (id, user_id, name, scopes, expires_at, last_used_at, created_at), insert, delete on api_token to register_app;
grant insert, update on receipt to register_app;
-- Signing in happens before there is an actor.
grant insert, update on "user" to register_app;
grant insert, update, delete on session, account, verification, rate_limit to register_app;

grant usage on all sequences in schema public to register_app;
grant execute on all functions in schema public to register_app;
revoke execute on function history_append(history_event), history_system(text, text), names_replaced_since(timestamptz), refresh_register(uuid[]), refresh_origin_headlines(uuid[]),
  refresh_exposures(uuid[], uuid[]), refresh_all_exposures(uuid[]), judge_register(uuid[]), refresh_changed_facts(uuid[]), deployments_resting_on(uuid[], uuid[]) from register_app;
