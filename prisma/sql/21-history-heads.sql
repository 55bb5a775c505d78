-- The newest event, whatever the reader may see of it: its number and hash tell nothing else. What
-- the present transaction has written is left out, since it may still be rolled back; it all bears
-- the moment of the transaction, which is later than everything before.
create or replace function history_head() returns table (seq bigint, hash bytea)
language sql stable security definer set search_path = public, pg_temp
as $$
  select e.seq, e.hash from history_event e
  where e.at < coalesce(nullif(current_setting('app.change_time', true), '')::timestamptz, 'infinity')
  order by e.seq desc limit 1
$$;
