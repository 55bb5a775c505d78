import type { RowClassification } from '@/app/_lib/table-definition';

/** An event is classified as what it changed; of markings only the content itself tells. */
export const asItsContent = {
  rank: 'classification_rank',
  marking: `case when before like '%SENSITIVE%' or after like '%SENSITIVE%' then 'SENSITIVE' else '' end`,
  organisation: `nullif(organisation_id, '')::uuid`,
} as const satisfies RowClassification;
