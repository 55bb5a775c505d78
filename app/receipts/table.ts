import type { TableDefinition } from '@/app/_lib/table-definition';
import type { TableRow } from '@/app/_server/table-sql';

export const receiptStateLabels = { complete: 'Complete', incomplete: 'Incomplete' } as const;

export type ReceiptState = keyof typeof receiptStateLabels;

/** A table's name as a heading: `register` is `Register`. */
export function tableLabel(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ');
}

/** What stands behind the tier, as a cell of markings: the marking is a text such as `SECRET LOCSEN`. */
const markingsCell = `concat_ws('; ', substring(marking from '^OFFICIAL-(SENSITIVE)'),
  nullif(regexp_replace(marking, '^(OFFICIAL(-SENSITIVE)?|TOP SECRET|SECRET) ?', ''), ''))`;

/** Exports, and what each was. */
export const receiptsTable = {
  name: 'receipts',
  path: '/receipts',
  source: 'receipt_list',
  key: 'id',
  classification: { rank: 'access_rank', marking: markingsCell, organisation: 'null::uuid' },
  columns: [
    {
      name: 'exported_at',
      label: 'Exported',
      sortName: 'exported',
      kind: 'instant',
      description: 'When the export was asked for, in UTC.',
    },
    {
      name: 'exported_by',
      label: 'By',
      kind: 'text',
      description: 'Who exported, by the name of then.',
    },
    {
      name: 'table_name',
      label: 'Table',
      sortName: 'table',
      kind: 'code',
      labels: tableLabel,
      description: 'The table that was exported.',
    },
    {
      name: 'query',
      label: 'Query',
      kind: 'text',
      sortable: false,
      description: 'What it was filtered and sorted by, as in the address of the table.',
    },
    {
      name: 'as_of',
      label: 'As at',
      kind: 'instant',
      description: 'The moment whose state was exported, in UTC.',
    },
    {
      name: 'marking',
      label: 'Marking',
      kind: 'text',
      description: 'The protective marking of the file.',
    },
    {
      name: 'state',
      label: 'State',
      kind: 'code',
      labels: receiptStateLabels,
      description: 'Whether the file was sent to its last byte.',
    },
    {
      name: 'row_count',
      label: 'Rows',
      sortName: 'rows',
      kind: 'integer',
      missing: -1,
      description: 'Lines of the file after its header.',
    },
    {
      name: 'byte_count',
      label: 'Bytes',
      sortName: 'bytes',
      kind: 'integer',
      missing: -1,
      description: 'Bytes that were sent.',
    },
    {
      name: 'sha256',
      label: 'SHA-256',
      kind: 'text',
      description: 'Hash of the bytes that were sent.',
    },
    { name: 'file_name', label: 'File', kind: 'text', description: 'The name of the file.' },
  ],
  shownColumns: [
    'exported_at',
    'exported_by',
    'table_name',
    'query',
    'marking',
    'state',
    'row_count',
    'file_name',
  ],
  filters: [
    {
      kind: 'anyOf',
      name: 'table',
      label: 'Table',
      sql: 'table_name',
      labels: tableLabel,
      facet: true,
    },
    {
      kind: 'anyOf',
      name: 'state',
      label: 'State',
      sql: 'state',
      values: Object.keys(receiptStateLabels),
      labels: receiptStateLabels,
      facet: true,
    },
    { kind: 'anyOf', name: 'by', label: 'By', sql: 'exported_by', facet: true },
    {
      kind: 'before',
      name: 'exported.before',
      label: 'Exported before',
      sql: 'exported_at',
      columnKind: 'instant',
    },
    {
      kind: 'after',
      name: 'exported.after',
      label: 'Exported from',
      sql: 'exported_at',
      columnKind: 'instant',
    },
  ],
  search: {
    label: 'File name, query or SHA-256',
    sql: (text) =>
      `position(lower(${text}) in lower(concat_ws(' ', file_name, query, sha256))) > 0`,
  },
  defaultSort: [{ column: 'exported_at', direction: 'descending' }],
  pageSize: 50,
} as const satisfies TableDefinition;

type ReceiptColumn = (typeof receiptsTable)['columns'][number]['name'] | 'id';

export type ReceiptRow = TableRow & Readonly<Record<ReceiptColumn, string>>;
