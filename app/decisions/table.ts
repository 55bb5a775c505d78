import { classificationLabels } from '@/app/_domain/classification';
import {
  bases,
  basisLabels,
  outcomeLabels,
  outcomes,
  stateLabels,
  states,
} from '@/app/_domain/decision';
import { uuidPattern } from '@/app/_lib/paging-key';
import type { TableDefinition } from '@/app/_lib/table-definition';
import {
  asItsSystem,
  classificationFilters,
  countryOfOriginColumn,
  organisationFilter,
  protectiveMarkingColumn,
} from '@/app/_parts/table-columns';
import type { TableRow } from '@/app/_server/table-sql';

/** Every decision that was ever proposed, newest first. */
export const decisionsTable = {
  name: 'decisions',
  path: '/decisions',
  source: 'decision_list',
  key: 'id',
  classification: asItsSystem,
  columns: [
    {
      name: 'id',
      label: 'Decision',
      kind: 'uuid',
      description: 'Identifies the decision.',
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
      description: 'Markings of the system.',
    },
    {
      name: 'outcome',
      label: 'Decision',
      kind: 'code',
      labels: outcomeLabels,
      description: 'What is to be done.',
    },
    {
      name: 'basis',
      label: 'Basis',
      kind: 'code',
      labels: basisLabels,
      description: 'Whether it is advised or precautionary.',
    },
    {
      name: 'state',
      label: 'State',
      kind: 'code',
      labels: stateLabels,
      description: 'How far it has come.',
    },
    {
      name: 'due_on',
      label: 'Due',
      sortName: 'due',
      kind: 'date',
      description: 'The day on which it is to be carried out.',
    },
    {
      name: 'expires_on',
      label: 'Expires',
      sortName: 'expires',
      kind: 'date',
      description: 'The first day on which it no longer holds.',
    },
    { name: 'proposed_by', label: 'Proposed by', kind: 'text', description: 'Who proposed it.' },
    {
      name: 'proposed_at',
      label: 'Proposed',
      sortName: 'proposed',
      kind: 'instant',
      description: 'When it was proposed, in UTC.',
    },
    {
      name: 'approved_by',
      label: 'Approved by',
      kind: 'text',
      description: 'Who approved it.',
    },
    {
      name: 'approved_at',
      label: 'Approved',
      sortName: 'approved',
      kind: 'instant',
      description: 'When it was approved, in UTC.',
    },
    {
      name: 'owner',
      label: 'Owner',
      kind: 'text',
      description: 'Who answers for the deployment.',
    },
    {
      name: 'rationale',
      label: 'Rationale',
      kind: 'text',
      description: 'Why it was decided so.',
    },
    protectiveMarkingColumn,
  ],
  shownColumns: [
    'product',
    'supplier',
    'organisation',
    'system',
    'classification',
    'outcome',
    'basis',
    'state',
    'due_on',
    'proposed_by',
    'proposed_at',
  ],
  rowFields: ['deployment_id', 'proposal_id'],
  filters: [
    {
      kind: 'anyOf',
      name: 'state',
      label: 'State',
      sql: 'state',
      values: states,
      labels: stateLabels,
      facet: true,
    },
    {
      kind: 'anyOf',
      name: 'decision',
      label: 'Decision',
      sql: 'outcome',
      values: outcomes,
      labels: outcomeLabels,
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
    ...classificationFilters,
    organisationFilter,
    { kind: 'before', name: 'due.before', label: 'Due before', sql: 'due_on' },
    { kind: 'after', name: 'due.after', label: 'Due from', sql: 'due_on' },
    {
      kind: 'anyOf',
      name: 'proposal',
      label: 'Proposal',
      sql: 'proposal_id',
      sqlType: 'uuid',
      pattern: uuidPattern,
      expected: "a proposal's identifier",
      facet: false,
    },
  ],
  search: {
    label: 'Supplier, alias, product or system',
    sql: (text) => `deployment_id in (select search_deployments(${text}))`,
  },
  defaultSort: [{ column: 'proposed_at', direction: 'descending' }],
  pageSize: 50,
} as const satisfies TableDefinition;

type DecisionColumn = (typeof decisionsTable)['columns'][number]['name'];
type DecisionField = (typeof decisionsTable)['rowFields'][number];

export type DecisionRow = TableRow & Readonly<Record<DecisionColumn | DecisionField, string>>;
