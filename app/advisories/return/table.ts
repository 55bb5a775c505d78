import {
  nilReturnLabels,
  nilReturns,
  returnCountCodes,
  returnCounts,
} from '@/app/_domain/advisory-return';
import { classificationLabels } from '@/app/_domain/classification';
import type { ColumnDefinition, TableDefinition } from '@/app/_lib/table-definition';
import {
  asItsSystem,
  organisationFilter,
  protectiveMarkingColumn,
} from '@/app/_parts/table-columns';
import type { TableRow } from '@/app/_server/table-sql';

/** The returns of all advisories; one of them is asked for by its reference. */
export const returnTable = {
  name: 'advisory-return',
  path: '/advisories/returns',
  source: 'advisory_return_list',
  key: 'id',
  classification: asItsSystem,
  columns: [
    {
      name: 'advisory',
      label: 'Advisory',
      kind: 'text',
      description: 'Reference of the advisory.',
    },
    {
      name: 'organisation_id',
      label: 'Identifier of the organisation',
      kind: 'uuid',
      description: 'Identifies the organisation; stays the same for its life.',
    },
    {
      name: 'organisation',
      label: 'Organisation',
      kind: 'text',
      description: 'The organisation whose return it is.',
    },
    ...returnCountCodes.map(
      (name) => ({ name, ...returnCounts[name], kind: 'integer' }) satisfies ColumnDefinition,
    ),
    {
      name: 'classification',
      label: 'Classification',
      kind: 'code',
      labels: classificationLabels,
      description: 'The highest among the deployments counted; empty where there is none.',
    },
    {
      name: 'nil_return',
      label: 'Nil return',
      kind: 'code',
      labels: nilReturnLabels,
      description:
        'Whether the signed statement that nothing is in scope stands; empty where none is due.',
    },
    {
      name: 'signed_by',
      label: 'Signed by',
      kind: 'text',
      description: 'Who signed the latest nil return.',
    },
    {
      name: 'signed_at',
      label: 'Signed',
      kind: 'instant',
      description: 'When it was signed, in UTC.',
    },
    {
      name: 'statement',
      label: 'Statement',
      kind: 'text',
      description: 'What was stated in it.',
    },
    protectiveMarkingColumn,
  ],
  shownColumns: [
    'advisory',
    'organisation',
    'in_scope',
    'undecided',
    'overdue',
    'done',
    'cannot_tell',
    'nil_return',
    'signed_by',
    'signed_at',
  ],
  rowFields: ['advisory_id'],
  filters: [
    { kind: 'anyOf', name: 'advisory', label: 'Advisory', sql: 'advisory', facet: true },
    organisationFilter,
    {
      kind: 'anyOf',
      name: 'nil_return',
      label: 'Nil return',
      sql: 'nil_return',
      values: nilReturns,
      none: '',
      labels: { ...nilReturnLabels, none: 'None due' },
      facet: true,
    },
  ],
  defaultSort: [
    { column: 'advisory', direction: 'ascending' },
    { column: 'organisation', direction: 'ascending' },
  ],
  pageSize: 50,
} as const satisfies TableDefinition;

type ReturnColumn = (typeof returnTable)['columns'][number]['name'] | 'advisory_id';

/** A row as the page statement gives it. */
export type ReturnTableRow = TableRow & Readonly<Record<ReturnColumn, string>>;
