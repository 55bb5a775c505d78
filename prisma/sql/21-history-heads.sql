-- The newest event, whatever the reader may see of it, and the newest digest of the register: their
-- hashes tell nothing else. What the present transaction has written is left out, since it may still
-- be rolled back; it all bears the moment of the transaction, which is later than all before.
create or replace function history_head() returns table (seq bigint, hash bytea, register bytea)
language sql stable security definer set search_path = public, pg_temp
as $$
  select e.seq, e.hash, r.hash
  from (select coalesce(nullif(current_setting('app.change_time', true), '')::timestamptz, 'infinity') as at) moment
  left join lateral (select * from history_event e where e.at < moment.at order by e.seq desc limit 1) e on true
  left join lateral (select * from register_digest r where r.at < moment.at order by r.at desc limit 1) r on true
$$;
