import { classificationLabels } from '@/app/_domain/classification';
import type { TableDefinition } from '@/app/_lib/table-definition';
import {
  asItsSystem,
  classificationFilters,
  organisationFilter,
  protectiveMarkingColumn,
} from '@/app/_parts/table-columns';
import type { TableRow } from '@/app/_server/table-sql';

export const systemsTable = {
  name: 'systems',
  path: '/systems',
  source: 'system_list',
  key: 'id',
  classification: asItsSystem,
  columns: [
    {
      name: 'id',
      label: 'Identifier',
      kind: 'uuid',
      description: 'Identifies the system; stays the same for its life.',
    },
    { name: 'name', label: 'System', kind: 'text', description: 'The name of the system.' },
    {
      name: 'organisation',
      label: 'Organisation',
      kind: 'text',
      description: 'The organisation that it belongs to.',
    },
    {
      name: 'classification',
      label: 'Classification',
      kind: 'code',
      labels: classificationLabels,
      description: 'Its classification; UNSETTLED is handled as SECRET until a person settles it.',
    },
    {
      name: 'classification_label',
      label: 'Label as supplied',
      kind: 'text',
      description: 'The classification as supplied where it has no UK tier.',
    },
    {
      name: 'marking',
      label: 'Marking',
      kind: 'text',
      description: 'Its markings, separated by semicolons.',
    },
    {
      name: 'purposes',
      label: 'Purposes',
      kind: 'text',
      description: 'What it is for, separated by semicolons.',
    },
    { name: 'owner', label: 'Owner', kind: 'text', description: 'Who answers for it.' },
    {
      name: 'deployments',
      label: 'Deployments',
      kind: 'integer',
      description: 'Number of products deployed on it.',
    },
    {
      name: 'updated_at',
      label: 'Last changed',
      sortName: 'updated',
      kind: 'instant',
      description: 'When the system was last changed, in UTC.',
    },
    protectiveMarkingColumn,
  ],
  shownColumns: ['name', 'organisation', 'classification', 'purposes', 'owner', 'deployments'],
  rowFields: ['organisation_id'],
  filters: [...classificationFilters, organisationFilter],
  search: {
    label: 'System',
    sql: (text) => `id in (select search_systems(${text}))`,
  },
  defaultSort: [
    { column: 'organisation', direction: 'ascending' },
    { column: 'name', direction: 'ascending' },
  ],
  pageSize: 50,
} as const satisfies TableDefinition;

type SystemColumn = (typeof systemsTable)['columns'][number]['name'] | 'organisation_id';

/** A row as the page statement gives it. */
export type SystemRow = TableRow & Readonly<Record<SystemColumn, string>>;
