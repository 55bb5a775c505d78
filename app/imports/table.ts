import type { TableDefinition } from '@/app/_lib/table-definition';
import type { TableRow } from '@/app/_server/table-sql';
import { kinds } from './kinds';
import { importStates, stateLabels } from './states';

const kindLabels = Object.fromEntries(
  Object.entries(kinds).map(([kind, { label }]) => [kind, label]),
);

/** Files that were uploaded, and what became of each. */
export const importsTable = {
  name: 'imports',
  path: '/imports',
  source: 'import_list',
  key: 'id',
  classification: { rank: 'rank', marking: `''`, organisation: 'null::uuid' },
  columns: [
    {
      name: 'file_name',
      label: 'File',
      kind: 'text',
      description: 'Name of the file as uploaded.',
    },
    {
      name: 'kind',
      label: 'Holds',
      kind: 'code',
      labels: kindLabels,
      description: 'What the file holds.',
    },
    {
      name: 'state',
      label: 'State',
      kind: 'code',
      labels: stateLabels,
      description: 'How far the import has come.',
    },
    {
      name: 'line_count',
      label: 'Lines',
      kind: 'integer',
      description: 'Lines of the file, without its header; 0 before it was rehearsed.',
    },
    {
      name: 'uploaded_by',
      label: 'Uploaded by',
      kind: 'text',
      description: 'Who uploaded the file.',
    },
    {
      name: 'uploaded_at',
      label: 'Uploaded',
      sortName: 'uploaded',
      kind: 'instant',
      description: 'When the file was uploaded, in UTC.',
    },
    {
      name: 'applied_by',
      label: 'Applied by',
      kind: 'text',
      description: 'Who applied it to the register.',
    },
    {
      name: 'applied_at',
      label: 'Applied',
      sortName: 'applied',
      kind: 'instant',
      description: 'When it was applied, in UTC.',
    },
    {
      name: 'message',
      label: 'Note',
      kind: 'text',
      sortable: false,
      description: 'What its last job said.',
    },
    { name: 'id', label: 'Identifier', kind: 'uuid', description: 'Identifies the import.' },
  ],
  shownColumns: [
    'file_name',
    'kind',
    'state',
    'line_count',
    'uploaded_by',
    'uploaded_at',
    'applied_by',
    'applied_at',
  ],
  filters: [
    {
      kind: 'anyOf',
      name: 'kind',
      label: 'Holds',
      sql: 'kind',
      values: Object.keys(kinds),
      labels: kindLabels,
      facet: true,
    },
    {
      kind: 'anyOf',
      name: 'state',
      label: 'State',
      sql: 'state',
      values: importStates,
      labels: stateLabels,
      facet: true,
    },
    {
      kind: 'after',
      name: 'uploaded.after',
      label: 'Uploaded from',
      sql: 'uploaded_at',
      columnKind: 'instant',
    },
    {
      kind: 'before',
      name: 'uploaded.before',
      label: 'Uploaded before',
      sql: 'uploaded_at',
      columnKind: 'instant',
    },
  ],
  defaultSort: [{ column: 'uploaded_at', direction: 'descending' }],
  pageSize: 50,
} as const satisfies TableDefinition;

type ImportColumn = (typeof importsTable)['columns'][number]['name'];

/** A row as the page statement gives it. */
export type ImportRow = TableRow & Readonly<Record<ImportColumn, string>>;
