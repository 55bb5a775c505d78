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

create or replace view user_list with (security_invoker = true) as
select u.id, u.name, u.email, u.disabled,
  coalesce((select string_agg(r.role, '; ' order by r.role) from role_assignment r where r.user_id = u.id), '') as roles,
  u.clearance_rank, coalesce(u.clearance_expires_on, 'infinity') as clearance_expires_on, u.all_organisations,
  u.created_at
from "user" u;
