import { classificationLabels } from '@/app/_domain/classification';
import { type Ceiling, ceilingLabel } from '@/app/_domain/clearance';
import { countryName } from '@/app/_domain/country';
import { basisLabels, outcomeLabels, stateLabels, transitions } from '@/app/_domain/decision';
import { deploymentStatusLabels } from '@/app/_domain/deployment';
import { organisationKindLabels } from '@/app/_domain/organisation';
import { confidenceLabels, facetLabels } from '@/app/_domain/origin';
import { permissionLabels, roleLabels } from '@/app/_domain/permission';
import { productCategoryLabels } from '@/app/_domain/product';
import { systemPurposeLabels } from '@/app/_domain/system';
import { type Labels, valueLabel } from '@/app/_lib/table-definition';
import { wordsOf } from './event-words';

/** How a field of a record is named and its values are said. */
interface Field {
  label?: string;
  labels?: Labels;
}

/** By the name of the column, since one name means the same in every table. */
const fields: Readonly<Record<string, Field>> = {
  all_organisations: { label: 'Sees all organisations' },
  basis: { labels: basisLabels },
  category: { labels: productCategoryLabels },
  classification: { labels: classificationLabels },
  classification_label: { label: 'Label as supplied' },
  clearance_expires_on: { label: 'Clearance until' },
  // Of the time before clearances had names.
  clearance_rank: { label: 'Clearance', labels: (rank) => ceilingLabel(Number(rank) as Ceiling) },
  group_ids: { label: 'Need-to-know groups' },
  component_id: { label: 'Embedded product' },
  confidence: { labels: confidenceLabels },
  country: { labels: countryName },
  country_of_origin: { labels: countryName },
  email: { label: 'E-mail address' },
  expires_on: { label: 'Expires' },
  facet: { labels: facetLabels },
  from_state: { label: 'State before', labels: stateLabels },
  kind: { labels: organisationKindLabels },
  outcome: { labels: outcomeLabels },
  owned_id: { label: 'Owned' },
  owner_id: { label: 'Owner' },
  permission: { labels: permissionLabels },
  purposes: { labels: systemPurposeLabels },
  role: { labels: roleLabels },
  sha256: { label: 'SHA-256' },
  share_percent: { label: 'Share in per cent' },
  source_url: { label: 'Link of the source' },
  state: { labels: stateLabels },
  status: { labels: deploymentStatusLabels },
  to_state: { label: 'State after', labels: stateLabels },
  url: { label: 'Link' },
  action: {
    label: 'Step',
    labels: Object.fromEntries(
      Object.entries(transitions).map(([code, { label }]) => [code, label]),
    ),
  },
};

/**
 * Not shown, since they say nothing to a reader: what the database keeps for itself, and what
 * another field says in words. The CSV has them all.
 */
const unsaid = new Set([
  'id',
  'actor_id',
  'actor_name',
  'added_by',
  'approved_by',
  'at',
  'change_id',
  'compartment_id',
  'classification_rank',
  'content_hash',
  'created_at',
  'decided_by',
  'email_verified',
  'granted_at',
  'image',
  'name_key',
  'proposal_id',
  'proposed_by',
  'recorded_at',
  'requested_by',
  'updated_at',
]);

export function isSaid(column: string): boolean {
  return !unsaid.has(column);
}

/** `supplier_id` is *Supplier*; the name that belongs to it is looked up. */
export function fieldWords(column: string): string {
  return fields[column]?.label ?? wordsOf(column.replace(/_(id|name|on|at)$/, ''));
}

/** The words for a code of a field; undefined where the field holds no codes. */
export function codeWords(column: string, code: string): string | undefined {
  const labels = fields[column]?.labels;
  return labels && code !== '' ? valueLabel(labels, code) : undefined;
}
