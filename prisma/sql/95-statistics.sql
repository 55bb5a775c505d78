-- What a migration has added or rewritten has no statistics: the planner would guess, and under the
-- policies guess badly, until the tables are next analyzed by themselves, which may be weeks away.
do $$
declare
  relation regclass;
begin
  for relation in
    select oid from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and pg_has_role(relowner, 'usage')
  loop
    execute format('analyze %s', relation);
  end loop;
end $$;
