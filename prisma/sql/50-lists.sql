-- One flat relation per list page; every one is read under the reader's own policies. Like the
-- register they hold no nulls: '' for text, 'infinity' for dates.

create or replace view organisation_list with (security_invoker = true) as
select o.id, o.name, o.kind,
  (select count(*) from system s where s.organisation_id = o.id)::integer as systems,
  (select count(*) from register_entry e where e.organisation_id = o.id and e.valid_to = 'infinity')::integer as deployments,
  o.updated_at
from organisation o;

create or replace view supplier_list with (security_invoker = true) as
select s.id, s.name,
  coalesce((select string_agg(a.name, '; ' order by a.name) from supplier_alias a where a.supplier_id = s.id), '') as aliases,
  coalesce(h.country, 'none') as country_of_origin,
  coalesce(h.facet, '') as origin_facet,
  coalesce((select string_agg(w.name, '; ' order by w.name) from ownership_link l join supplier w on w.id = l.owner_id
    where l.owned_id = s.id and (l.valid_from is null or l.valid_from <= (now() at time zone 'UTC')::date)
      and (l.valid_to is null or l.valid_to > (now() at time zone 'UTC')::date)), '') as owners,
  (select count(*) from product p where p.supplier_id = s.id)::integer as products,
  (select count(*) from register_entry e where e.supplier_id = s.id and e.valid_to = 'infinity')::integer as deployments,
  s.updated_at
from supplier s
left join origin_headline h on h.subject_id = s.id;

create or replace view product_list with (security_invoker = true) as
select p.id, p.name, p.supplier_id, s.name as supplier, p.category,
  coalesce(h.country, 'none') as country_of_origin,
  coalesce(h.facet, '') as origin_facet,
  coalesce((select string_agg(c.name, '; ' order by c.name) from product_component l join product c on c.id = l.component_id
    where l.product_id = p.id), '') as components,
  (select count(*) from register_entry e where e.product_id = p.id and e.valid_to = 'infinity')::integer as deployments,
  p.updated_at,
  coalesce((select string_agg(c.name, '; ' order by c.name) from product_component l join product c on c.id = l.product_id
    where l.component_id = p.id), '') as embedded_in
from product p
join supplier s on s.id = p.supplier_id
left join origin_headline h on h.subject_id = p.id;

create or replace view system_list with (security_invoker = true) as
select s.id, s.name, s.organisation_id, o.name as organisation, s.classification, s.classification_label, s.classification_rank,
  array_to_string(s.markings, '; ') as marking,
  array_to_string(s.purposes, '; ') as purposes,
  s.owner,
  (select count(*) from register_entry e where e.system_id = s.id and e.valid_to = 'infinity')::integer as deployments,
  s.updated_at
from system s
join organisation o on o.id = s.organisation_id;

create or replace view decision_list with (security_invoker = true) as
select c.id, c.deployment_id, c.proposal_id, c.outcome, c.basis, c.state, c.rationale,
  coalesce(c.due_on, 'infinity') as due_on,
  coalesce(c.expires_on, 'infinity') as expires_on,
  c.proposed_by as proposed_by_id, c.proposed_by_name as proposed_by, c.proposed_at,
  c.approved_by_name as approved_by, coalesce(c.approved_at, 'infinity') as approved_at,
  c.content_hash,
  e.supplier, e.product, e.version, e.organisation, e.system, e.classification, e.classification_rank, e.marking, e.country_of_origin,
  e.owner, e.organisation_id
from decision c
join register_entry e on e.deployment_id = c.deployment_id and e.valid_to = 'infinity';

-- Remove and replace decisions, proposed or in force, that no active advisory asks for now; and since
-- when none does: since they were proposed, or since the last that did no longer does.
create or replace view over_reach_list with (security_invoker = true) as
select c.id, c.deployment_id, c.outcome, c.basis, c.basis_reason, c.rationale, c.state,
  coalesce(c.due_on, 'infinity') as due_on,
  c.proposed_by_name as proposed_by, c.approved_by_name as approved_by,
  greatest(c.proposed_at, (select max(x.valid_to) from exposure x
    where x.deployment_id = c.deployment_id and x.verdict = 'in' and action_answers(x.action, c.outcome))) as since,
  e.supplier, e.country_of_origin, e.product, e.version, e.organisation_id, e.organisation, e.system,
  e.classification, e.classification_rank, e.marking, e.installations, e.exposure, e.advisories, e.owner
from decision c
join register_entry e on e.deployment_id = c.deployment_id and e.valid_to = 'infinity'
where c.outcome in ('remove', 'replace') and c.state in ('proposed', 'approved', 'in_progress', 'done')
  and not exists (
    select from exposure x
    where x.deployment_id = c.deployment_id and x.valid_to = 'infinity' and x.verdict = 'in' and action_answers(x.action, c.outcome));

-- The return of each advisory, a row for each organisation that the reader may see, whether anything
-- of it is in scope or not.
create or replace view advisory_return_list with (security_invoker = true) as
select md5(a.id || ' ' || a.organisation_id)::uuid as id, a.id as advisory_id, a.reference as advisory, a.organisation_id, a.organisation,
  a.in_scope, a.decided, a.otherwise, a.waiting, a.undecided, a.overdue, a.done, a.stale, a.cannot_tell, a.no_action,
  (array['', 'OFFICIAL', 'SECRET', 'TOP SECRET'])[a.rank + 1] as classification, greatest(a.rank, 1)::smallint as classification_rank, a.marking,
  case
    when r.id is null then case when a.status = 'active' and a.in_scope + a.cannot_tell = 0 then 'missing' else '' end
    when a.status <> 'active' then 'ended'
    when exists (
      select from exposure x
      where x.advisory_id = a.id and x.organisation_id = a.organisation_id and x.verdict in ('in', 'cannot_tell') and x.valid_to > r.signed_at)
      then 'lapsed'
    when r.version < a.rules_version then 'outdated'
    else 'holds' end as nil_return,
  coalesce(r.signed_by_name, '') as signed_by, coalesce(r.signed_at, 'infinity') as signed_at, coalesce(r.statement, '') as statement
from (
  select a.id, a.reference, a.status, a.rules_version, o.id as organisation_id, o.name as organisation,
    (count(*) filter (where t.part not in ('cannot_tell', 'no_action')))::integer as in_scope,
    (count(*) filter (where t.part = 'decided'))::integer as decided,
    (count(*) filter (where t.part = 'otherwise'))::integer as otherwise,
    (count(*) filter (where t.part = 'waiting'))::integer as waiting,
    (count(*) filter (where t.part = 'undecided'))::integer as undecided,
    (count(*) filter (where t.overdue))::integer as overdue,
    (count(*) filter (where t.done))::integer as done,
    (count(*) filter (where t.stale))::integer as stale,
    (count(*) filter (where t.part = 'cannot_tell'))::integer as cannot_tell,
    (count(*) filter (where t.part = 'no_action'))::integer as no_action,
    coalesce(max(t.classification_rank), 0) as rank,
    coalesce(string_agg(distinct nullif(t.marking, ''), '; '), '') as marking
  from advisory a cross join organisation o
  left join advisory_answer t on t.advisory_id = a.id and t.organisation_id = o.id
  where a.status <> 'draft'
  group by a.id, o.id
) a
left join lateral (
  select * from advisory_return r where r.advisory_id = a.id and r.organisation_id = a.organisation_id order by r.signed_at desc limit 1
) r on true;

-- What is missing for the present verdicts *cannot tell*: how many deployments each fact touches, and
-- how many of them miss nothing else; classified as the highest of them.
create or replace view missing_fact_list with (security_invoker = true) as
with gap as materialized (select * from verdict_gaps())
select md5(concat_ws(' ', g.kind, g.subject_id, g.facet))::uuid as id, g.kind, g.subject_type, g.subject_id,
  case g.subject_type
    when 'supplier' then (select s.name from supplier s where s.id = g.subject_id)
    when 'product' then (select p.name from product p where p.id = g.subject_id)
    when 'system' then (select s.name from system s where s.id = g.subject_id)
    else (select p.name || ' on ' || s.name from deployment d join product p on p.id = d.product_id join system s on s.id = d.system_id
      where d.id = g.subject_id) end as subject,
  g.facet, count(*)::integer as deployments, (count(*) filter (where t.total = 1))::integer as alone,
  (array['OFFICIAL', 'SECRET', 'TOP SECRET'])[max(e.classification_rank)] as classification, max(e.classification_rank) as classification_rank,
  coalesce(string_agg(distinct nullif(e.marking, ''), '; '), '') as marking
from gap g
join (select deployment_id, count(*) as total from gap group by deployment_id) t on t.deployment_id = g.deployment_id
join register_entry e on e.deployment_id = g.deployment_id and e.valid_to = 'infinity'
group by g.kind, g.subject_type, g.subject_id, g.facet;

-- The counts are of the deployments that the reader may see.
create or replace view advisory_list with (security_invoker = true) as
select a.id, a.reference, a.title, a.issuer, a.jurisdiction, a.identifier, a.issued_on, a.bindingness, a.status, a.version,
  (select count(*) from exposure x where x.advisory_id = a.id and x.verdict = 'in' and x.valid_to = 'infinity')::integer as in_scope,
  (select count(*) from exposure x where x.advisory_id = a.id and x.verdict = 'cannot_tell' and x.valid_to = 'infinity')::integer as cannot_tell,
  a.confirmation, a.link, a.summary,
  coalesce((select o.reference from advisory o where o.id = a.supersedes_id), '') as supersedes,
  coalesce((select o.reference from advisory o where o.id = a.amends_id), '') as amends,
  a.updated_at
from advisory a;

create or replace view import_list with (security_invoker = true) as
select i.id, i.kind, i.file_name, i.state, i.line_count, i.uploaded_by_name as uploaded_by, i.uploaded_at,
  i.applied_by_name as applied_by, coalesce(i.applied_at, 'infinity') as applied_at, i.message,
  -- Until the rehearsal knows, a file may hold whatever its reader may see.
  greatest(least(i.access_rank, (select actor_ceiling())), 1::smallint) as rank
from import_batch i;

create or replace view receipt_list with (security_invoker = true) as
select r.id, r.table_name, r.query, r.as_of, r.marking, r.access_rank, r.file_name, r.state,
  coalesce(r.row_count, -1) as row_count, coalesce(r.byte_count, -1) as byte_count, r.sha256,
  r.exported_by_name as exported_by, r.exported_at
from receipt r;

create or replace view group_list with (security_invoker = true) as
select g.id, g.name, g.purpose,
  (select count(*) from access_group_member m where m.group_id = g.id)::integer as members, g.updated_at
from access_group g;

create or replace view user_list with (security_invoker = true) as
select u.id, u.name, u.email, u.disabled,
  coalesce((select string_agg(r.role, '; ' order by r.role) from role_assignment r where r.user_id = u.id), '') as roles,
  u.clearance, coalesce(u.clearance_expires_on, 'infinity') as clearance_expires_on, u.all_organisations,
  u.created_at, exists (select from clearance_request r where r.user_id = u.id and r.state = 'waiting') as waits
from "user" u;
