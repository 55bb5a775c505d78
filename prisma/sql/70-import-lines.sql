-- Import, first part: the lines of a file as the application parsed them. They stand in a temporary
-- table of the job's transaction, so that nothing has to be cleaned up after a crash. A cell that
-- is empty or not in the file is null and leaves what the register has.

create or replace function import_begin() returns void language plpgsql as $$
begin
  create temp table import_line (
    line integer not null,
    deployment_id uuid,
    supplier text, supplier_key text, supplier_aliases text[], alias_keys text[], supplier_website text,
    -- Whose fact it is: supplier or product.
    origin_subject text, country_of_origin text, origin_facet text, origin_source text, origin_confidence text,
    product text, product_category text, components text[], components_source text,
    organisation text, organisation_kind text,
    system text, classification text, classification_label text, markings text[], purposes text[], system_owner text,
    version text, installations integer, status text, owner text,
    decision text, decision_basis text, decision_state text, rationale text, proposed_by text, approved_by text,
    decided_at timestamptz, due_on date, expires_on date
  ) on commit drop;
  create temp table import_found (line integer not null, field text not null, value text not null, reason text not null)
    on commit drop;
end $$;

-- Reports each line that contradicts an earlier one about the same thing. `source` is import_line l
-- with what it takes to know the thing, `keys` identify it, `attribute` is the field.
create or replace function import_report_contradictions(source text, keys text, attribute text, what text) returns void
language plpgsql as $$
declare
  shown text := case when attribute in ('markings', 'purposes', 'supplier_aliases') then format('array_to_string(l.%I, ''; '')', attribute)
    else format('l.%I::text', attribute) end;
begin
  execute format(
    'insert into import_found (line, field, value, reason)
     select line, %4$L, value, format(''Line %%s says “%%s” for the same %5$s.'', first_line, first_value)
     from (
       select l.line, %3$s as value, first_value(l.line) over first as first_line, first_value(%3$s) over first as first_value
       from %1$s where %3$s is not null
       window first as (partition by %2$s order by l.line)
     ) said
     where value <> first_value', source, keys, shown, attribute, what);
end $$;

-- Names of suppliers that resemble others of the register: the same key, or one much like it.
-- With its owner's rights, because policies would keep the search from its index; suppliers are
-- open to everyone signed in.
create or replace function similar_suppliers(names text[], keys text[])
returns table (name text, supplier_id uuid, supplier text, alike text)
language sql stable security definer set search_path = public, pg_temp
as $$
  select w.name, s.id, s.name, found.name
  from unnest(names, keys) w(name, key)
  cross join lateral (
    select id, name from supplier where name_key % w.key
    union all select a.supplier_id, a.name from supplier_alias a where a.name_key % w.key
  ) found
  join supplier s on s.id = found.id
  where actor_is_active()
$$;

create index if not exists supplier_key_words on supplier using gin (name_key gin_trgm_ops);
create index if not exists supplier_alias_key_words on supplier_alias using gin (name_key gin_trgm_ops);
