-- Acts that the database itself sees, so that no caller can forget them.

-- A session begins: somebody has signed in, by whatever way, or has a second factor yet to show. The
-- session has no actor then.
create or replace function history_record_sign_in() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  former text := coalesce(current_setting('app.actor_id', true), '');
  act text := 'sign_in';
begin
  if tg_op = 'INSERT' and sign_in_step(new) is not null then
    act := 'sign_in_begun';
  elsif tg_op = 'UPDATE' and (sign_in_step(old) is null or sign_in_step(new) is not null) then
    return null;
  end if;
  perform set_config('app.actor_id', new.user_id::text, true);
  perform history_record_act(act, 'user', new.user_id::text, jsonb_strip_nulls(jsonb_build_object(
    'address', nullif(new.ip_address, ''), 'second_factor', new.second_factor)));
  perform set_config('app.actor_id', former, true);
  return null;
end $$;

create or replace trigger history_sign_in after insert on session
  for each row execute function history_record_sign_in();
create or replace trigger history_sign_in_done after update of second_factor on session
  for each row execute function history_record_sign_in();
