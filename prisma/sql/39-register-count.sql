-- How many current rows of the register there are of each combination of some columns, so that totals,
-- facets and markings need not go through the rows. Each relation holds what decides who may see a row
-- (access_rank, access_compartment_id, and the organisation where it has one), so that policies cover the
-- counts as they cover the rows. Several small relations are faster than one that knows all columns:
-- app/register/table names what each can answer, and a test holds the two equal.

-- The relations and their columns, which their index begins with in this order. Their data follow from the register: they are made anew with this file.
create or replace function register_counts() returns table (relation text, columns text)
language sql immutable
as $$
  values
    ('register_count_by_place', 'organisation_id, organisation, classification, classification_rank, marking, access_rank, access_compartment_id'),
    ('register_count_by_nature', 'country_of_origin, product_category, classification, classification_rank, marking, exposure, advised_action,
      verdicts, decision, decision_state, decision_basis, needs_decision, status, access_rank, access_compartment_id'),
    ('register_count_by_category_and_place', 'product_category, classification, classification_rank, marking, organisation_id, organisation,
      access_rank, access_compartment_id'),
    ('register_count_by_answer_and_place', 'exposure, advised_action, decision, decision_state, needs_decision,
      classification, classification_rank, marking, organisation_id, organisation, access_rank, access_compartment_id'),
    ('register_count_by_origin_and_place', 'country_of_origin, product_category, classification, classification_rank, marking,
      organisation_id, organisation, access_rank, access_compartment_id')
$$;

do $$
declare
  counted record;
  op record;
  steps text;
begin
  for counted in select * from register_counts() loop
    execute format('drop table if exists %I cascade', counted.relation);
    execute format('create table %I as select %s, count(*)::integer as rows from register_entry where valid_to = ''infinity'' group by %s',
      counted.relation, counted.columns, counted.columns);
    execute format('alter table %I alter column rows set not null', counted.relation);
    execute format('create unique index on %I (%s)', counted.relation, counted.columns);
    execute format('create index on %I (rows) where rows = 0', counted.relation);
    execute format('analyze %I', counted.relation);
    execute format('alter table %I enable row level security', counted.relation);
  end loop;

  -- One function for each kind of statement, since each has other transition tables.
  for op in select * from (values
    ('insert', 'new table as new_rows', 'select n.*, 1 as step from new_rows n where n.valid_to = ''infinity'''),
    ('update', 'new table as new_rows old table as old_rows', 'select n.*, 1 as step from new_rows n where n.valid_to = ''infinity''
      union all select o.*, -1 from old_rows o where o.valid_to = ''infinity'''),
    ('delete', 'old table as old_rows', 'select o.*, -1 as step from old_rows o where o.valid_to = ''infinity''')
  ) t(name, transition, changed) loop
    select string_agg(format(
      'insert into %1$I as counted (%2$s, rows) select %2$s, sum(step)::integer from (%3$s) changed group by %2$s having sum(step) <> 0
         on conflict (%2$s) do update set rows = counted.rows + excluded.rows;
       delete from %1$I where rows = 0;', c.relation, c.columns, op.changed), E'\n' order by c.relation) into steps from register_counts() c;
    execute format('create or replace function register_count_%s() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $body$ begin %s return null; end $body$', op.name, steps);
    execute format('create or replace trigger register_count_%1$s after %1$s on register_entry referencing %2$s
      for each statement execute function register_count_%1$s()', op.name, op.transition);
  end loop;
end $$;

-- Of whoever sees some organisations only, the counts that know of none are those of the rows themselves.
do $$
declare
  columns constant text := (select c.columns from register_counts() c where c.relation = 'register_count_by_nature');
begin
  execute format('create view register_nature with (security_invoker) as
    select %1$s, rows from register_count_by_nature where (select actor_sees_all_organisations())
    union all
    select %1$s, 1 from register_entry where valid_to = ''infinity'' and not (select actor_sees_all_organisations())', columns);
end $$;
