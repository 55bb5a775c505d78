-- What the rules of an advisory say together. Each rule has a flag, one bit, the strictest the lowest,
-- and what is true of a product, a system or a version is a number of such flags: `yes` for the rules
-- that match it, `may` for those that match or may match. Two numbers meet in one for each deployment,
-- and what several rules ask of products or systems is worked out once.

-- The rules in the order in which they lead: the strictest first.
create or replace function rule_order(rules jsonb, issued_on date)
returns table (flag bigint, code text, action text, strength text, due_on date, criteria jsonb, asks_version boolean)
language sql stable rows 10
as $$
  select 1::bigint << (row_number() over (order by action_strictness(r.value->>'action'), strength_order(r.value->>'strength'), r.ordinal))::integer - 1,
    r.value->>'code', r.value->>'action', r.value->>'strength', rule_due_on(r.value->'deadlines', issued_on), r.value->'criteria',
    r.value->'criteria'->>'versionFrom' <> '' or r.value->'criteria'->>'versionTo' <> ''
  from jsonb_array_elements(rules) with ordinality r(value, ordinal)
$$;

-- What the rules say of products: those of `among`, or all. The last two columns are of rules that ask
-- for a version: whether they mean the product itself, and whether what is embedded in it.
create or replace function product_bits(rules jsonb, today date, among uuid[])
returns table (product_id uuid, yes bigint, may bigint, own_yes bigint, own_may bigint, embedded_may bigint)
language sql stable rows 2000
as $$
  with asked as (
    select (array_agg(criteria))[1] as criteria, coalesce(bit_or(flag) filter (where not asks_version), 0) as bits,
      coalesce(bit_or(flag) filter (where asks_version), 0) as version_bits
    from rule_order(rules, today)
    group by criteria - array['classificationMin', 'classificationMax', 'markings', 'exceptMarkings', 'purposes', 'exceptPurposes',
      'organisationKinds', 'versionFrom', 'versionTo']
  )
  select p.product_id, bit_or(case when p.matches or p.embedded then a.bits else 0 end), bit_or(a.bits),
    bit_or(case when p.matches then a.version_bits else 0 end),
    bit_or(case when p.matches is distinct from false then a.version_bits else 0 end),
    bit_or(case when p.embedded is distinct from false then a.version_bits else 0 end)
  from asked a cross join lateral rule_products(a.criteria, today, among) p
  group by p.product_id
$$;

-- What they say of systems: those of `among`, or all that the caller may see.
create or replace function system_bits(rules jsonb, today date, among uuid[])
returns table (system_id uuid, yes bigint, may bigint)
language sql stable rows 5000
as $$
  with asked as (
    select (array_agg(criteria))[1] as criteria, bit_or(flag) as bits
    from rule_order(rules, today)
    group by criteria->'classificationMin', criteria->'classificationMax', criteria->'markings', criteria->'exceptMarkings',
      criteria->'purposes', criteria->'exceptPurposes', criteria->'organisationKinds'
  )
  select s.system_id, bit_or(case when s.matches then a.bits else 0 end), bit_or(a.bits)
  from asked a cross join lateral rule_systems(a.criteria, among) s
  group by s.system_id
$$;

-- The verdict of an advisory with these rules on each deployment: in, cannot_tell or out_no_action; where
-- no rule applies there is no row. The strictest rule leads; the others of the same verdict are listed.
-- Of the deployments of `among`, or all that the caller may see.
create or replace function rule_verdicts(rules jsonb, issued_on date, among uuid[] default null)
returns table (deployment_id uuid, verdict text, rule text, other_rules text, action text, strength text, due_on date)
language plpgsql stable rows 20000
as $$
declare
  today date := change_day();
  products uuid[];
  systems uuid[];
  product_ids uuid[]; product_yes bigint[]; product_may bigint[]; own_yes bigint[]; own_may bigint[]; embedded_may bigint[];
  system_ids uuid[]; system_yes bigint[]; system_may bigint[];
begin
  if among is not null then
    select array_agg(distinct d.product_id), array_agg(distinct d.system_id) into products, systems
      from deployment d join unnest(among) w(id) on w.id = d.id;
    if products is null then return; end if;
  end if;
  select array_agg(b.product_id), array_agg(b.yes), array_agg(b.may), array_agg(b.own_yes), array_agg(b.own_may), array_agg(b.embedded_may)
    into product_ids, product_yes, product_may, own_yes, own_may, embedded_may from product_bits(rules, today, products) b;
  select array_agg(b.system_id), array_agg(b.yes), array_agg(b.may)
    into system_ids, system_yes, system_may from system_bits(rules, today, systems) b;
  if product_ids is null or system_ids is null then return; end if;

  -- Planned anew each time: for a few products by their deployments, for most by all that there are.
  return query execute $query$
    with stated as materialized (
      select * from rule_order($1, $2)
    ), product(id, yes, may, own_yes, own_may, embedded_may) as (
      select * from unnest($3, $4, $5, $6, $7, $8)
    ), version as materialized (
      -- Once for each, since many deployments share one.
      select v.version, bit_or(case when m.matches then s.flag else 0 end) as yes,
        bit_or(case when m.matches is distinct from false then s.flag else 0 end) as may
      from (select distinct d.version from product p join deployment d on d.product_id = p.id where p.own_may <> 0) v
      cross join stated s cross join lateral (select rule_version_matches(s.criteria, v.version) as matches) m
      where s.asks_version
      group by v.version
    ), hit as (
      -- The version of what is embedded is not recorded.
      select d.id, (p.yes | (p.own_yes & coalesce(v.yes, 0))) & s.yes as yes,
        (p.may | (p.own_may & coalesce(v.may, 0)) | p.embedded_may) & s.may as may
      from product p join deployment d on d.product_id = p.id
      join unnest($9, $10, $11) s(id, yes, may) on s.id = d.system_id
      left join version v on v.version = d.version
      where $12 is null or d.id = any($12)
    ), weighed as (
      select h.id,
        case when h.yes & a.acting <> 0 then 'in' when h.may & a.acting <> 0 then 'cannot_tell' else 'out_no_action' end as verdict,
        case when h.yes & a.acting <> 0 then h.yes & a.acting when h.may & a.acting <> 0 then h.may & a.acting
          else h.yes & ~a.acting end as bits
      from hit h cross join (select coalesce(bit_or(flag) filter (where action <> 'no_action'), 0) as acting from stated) a
    )
    select w.id, w.verdict, s.code,
      case when w.bits = s.flag then ''
        else (select string_agg(o.code, ', ' order by o.flag) from stated o where o.flag & w.bits <> 0 and o.flag <> s.flag) end,
      s.action, s.strength, s.due_on
    from weighed w join stated s on s.flag = w.bits & -w.bits
  $query$ using rules, issued_on, product_ids, product_yes, product_may, own_yes, own_may, embedded_may,
    system_ids, system_yes, system_may, among;
end $$;
