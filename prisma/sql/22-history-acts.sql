-- Acts that the database itself sees, so that no caller can forget them.

-- A session begins: somebody has signed in, by whatever way. The session has no actor yet.
create or replace function history_record_sign_in() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  former text := coalesce(current_setting('app.actor_id', true), '');
begin
  perform set_config('app.actor_id', new.user_id::text, true);
  perform history_record_act('sign_in', 'user', new.user_id::text,
    jsonb_strip_nulls(jsonb_build_object('address', nullif(new.ip_address, ''))));
  perform set_config('app.actor_id', former, true);
  return null;
end $$;

create or replace trigger history_sign_in after insert on session
  for each row execute function history_record_sign_in();
