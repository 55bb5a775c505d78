import { classificationLabels } from '@/app/_domain/classification';
import { bases, basisLabels, outcomeLabels, stateLabels } from '@/app/_domain/decision';
import { exposureLabels, exposures } from '@/app/_domain/exposure';
import type { TableDefinition } from '@/app/_lib/table-definition';
import {
  asItsSystem,
  classificationFilters,
  countryFilter,
  countryOfOriginColumn,
  organisationFilter,
  protectiveMarkingColumn,
} from '@/app/_parts/table-columns';
import type { TableRow } from '@/app/_server/table-sql';

/** Taking out what no active advisory asks for: the decisions that have to explain themselves. */
export const overReachTable = {
  name: 'over-reach',
  path: '/decisions/over-reach',
  source: 'over_reach_list',
  key: 'id',
  classification: asItsSystem,
  columns: [
    { name: 'id', label: 'Decision', kind: 'uuid', description: 'Identifies the decision.' },
    {
      name: 'deployment_id',
      label: 'Deployment',
      kind: 'uuid',
      description: 'Identifies the deployment; stays the same for its life.',
    },
    {
      name: 'product',
      label: 'Product',
      kind: 'text',
      description: 'The product that is deployed.',
    },
    {
      name: 'supplier',
      label: 'Supplier',
      kind: 'text',
      description: 'Who makes or sells the product.',
    },
    countryOfOriginColumn,
    {
      name: 'version',
      label: 'Version',
      kind: 'text',
      description: 'The version deployed; empty where not recorded.',
    },
    {
      name: 'organisation',
      label: 'Organisation',
      kind: 'text',
      description: 'The organisation that the system belongs to.',
    },
    {
      name: 'system',
      label: 'System',
      kind: 'text',
      description: 'The system on which the product runs.',
    },
    {
      name: 'classification',
      label: 'Classification',
      kind: 'code',
      labels: classificationLabels,
      description: 'Classification of the system.',
    },
    {
      name: 'marking',
      label: 'Marking',
      kind: 'text',
      description: 'Markings of the system, separated by semicolons.',
    },
    {
      name: 'installations',
      label: 'Installations',
      kind: 'integer',
      missing: -1,
      description: 'Number of installations; empty where not recorded.',
    },
    {
      name: 'outcome',
      label: 'Outcome',
      kind: 'code',
      labels: outcomeLabels,
      description: 'What is to be done.',
    },
    {
      name: 'state',
      label: 'State',
      kind: 'code',
      labels: stateLabels,
      description: 'How far it has come.',
    },
    {
      name: 'exposure',
      label: 'Exposure',
      kind: 'code',
      labels: exposureLabels,
      description: 'Verdict of the active advisories now: in, out, cannot_tell, or none.',
    },
    {
      name: 'advisories',
      label: 'Advisories',
      kind: 'text',
      description: 'References of the advisories that gave the verdict.',
    },
    {
      name: 'basis',
      label: 'Basis',
      kind: 'code',
      labels: basisLabels,
      description: 'What it was proposed as: advised or precautionary.',
    },
    {
      name: 'basis_reason',
      label: 'Why, although nothing requires it',
      kind: 'text',
      description: 'The reason given when it was proposed as precautionary.',
    },
    {
      name: 'since',
      label: 'Not required since',
      kind: 'instant',
      description:
        'When it was proposed, or when the last advisory that asked for it stopped doing so; in UTC.',
    },
    {
      name: 'due_on',
      label: 'Due',
      sortName: 'due',
      kind: 'date',
      description: 'The day on which it is to be carried out.',
    },
    { name: 'proposed_by', label: 'Proposed by', kind: 'text', description: 'Who proposed it.' },
    { name: 'approved_by', label: 'Approved by', kind: 'text', description: 'Who approved it.' },
    {
      name: 'owner',
      label: 'Owner',
      kind: 'text',
      description: 'Who answers for the deployment.',
    },
    { name: 'rationale', label: 'Rationale', kind: 'text', description: 'Why it was decided so.' },
    protectiveMarkingColumn,
  ],
  shownColumns: [
    'product',
    'outcome',
    'state',
    'basis_reason',
    'installations',
    'system',
    'classification',
    'organisation',
    'proposed_by',
    'since',
    'exposure',
  ],
  filters: [
    {
      kind: 'anyOf',
      name: 'decision',
      label: 'Outcome',
      sql: 'outcome',
      values: ['remove', 'replace'],
      labels: outcomeLabels,
      facet: true,
    },
    {
      kind: 'anyOf',
      name: 'state',
      label: 'State',
      sql: 'state',
      values: ['proposed', 'approved', 'in_progress', 'done'],
      labels: stateLabels,
      facet: true,
    },
    {
      kind: 'anyOf',
      name: 'basis',
      label: 'Basis',
      sql: 'basis',
      values: bases,
      labels: basisLabels,
      facet: true,
    },
    {
      kind: 'anyOf',
      name: 'exposure',
      label: 'Exposure',
      sql: 'exposure',
      values: exposures,
      labels: exposureLabels,
      facet: true,
    },
    ...classificationFilters,
    countryFilter,
    organisationFilter,
  ],
  search: {
    label: 'Supplier, alias, product or system',
    sql: (text) => `deployment_id in (select search_deployments(${text}))`,
  },
  defaultSort: [{ column: 'since', direction: 'descending' }],
  pageSize: 50,
} as const satisfies TableDefinition;

type OverReachColumn = (typeof overReachTable)['columns'][number]['name'];

export type OverReachRow = TableRow & Readonly<Record<OverReachColumn, string>>;
