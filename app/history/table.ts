import { classificationLabels, classifications } from '@/app/_domain/classification';
import type { TableDefinition } from '@/app/_lib/table-definition';
import { protectiveMarkingColumn } from '@/app/_parts/table-columns';
import type { TableRow } from '@/app/_server/table-sql';
import { asItsContent } from './as-its-content';
import { actionWords, entityWords } from './event-words';

const code = { pattern: /[a-z_]+/, expected: 'a code such as supplier or sign_in' } as const;

/**
 * Everything that ever happened. The file holds exactly the texts that the chain is made over, so
 * that it can be checked without the register.
 */
export const historyTable = {
  name: 'history',
  path: '/history',
  source: 'history_list',
  key: 'seq',
  classification: asItsContent,
  keyKind: 'integer',
  columns: [
    {
      name: 'seq',
      label: 'Event',
      kind: 'integer',
      description: 'Number of the event in the chain, without gaps.',
    },
    {
      name: 'at',
      label: 'When',
      kind: 'instant',
      description: 'When it happened, in UTC; the same for all that one change wrote.',
    },
    {
      name: 'actor_id',
      label: 'Id of who',
      kind: 'text',
      sortable: false,
      description: 'Who did it; empty for the register itself, and before signing in.',
    },
    {
      name: 'actor_name',
      label: 'Who',
      sortName: 'who',
      kind: 'text',
      description: 'The name of who did it, as it was then.',
    },
    {
      name: 'request_id',
      label: 'Request',
      kind: 'text',
      sortable: false,
      description: 'What was changed together has the same; an import has its own.',
    },
    {
      name: 'reason',
      label: 'Why',
      kind: 'text',
      sortable: false,
      description: 'The reason that was given.',
    },
    {
      name: 'action',
      label: 'What',
      kind: 'code',
      labels: actionWords,
      description:
        'Says insert, update or delete for rows; the name of an act such as sign_in or export.',
    },
    {
      name: 'entity',
      label: 'Kind',
      kind: 'code',
      labels: entityWords,
      description: 'What kind of thing it happened to.',
    },
    {
      name: 'entity_id',
      label: 'Record',
      kind: 'text',
      sortable: false,
      description: 'Identifier of the thing; empty for many rows at once.',
    },
    {
      name: 'before',
      label: 'Before',
      kind: 'text',
      sortable: false,
      description: 'The row before, as JSON; empty where there was none.',
    },
    {
      name: 'after',
      label: 'After',
      kind: 'text',
      sortable: false,
      description: 'The row after, or the detail of an act, as JSON; empty where there is none.',
    },
    {
      name: 'row_count',
      label: 'Rows',
      sortName: 'rows',
      kind: 'integer',
      description: 'How many rows the event stands for.',
    },
    {
      name: 'changes_digest',
      label: 'Digest of the rows',
      kind: 'text',
      sortable: false,
      description:
        'SHA-256 over the hashes of the changes, where they are not events of their own.',
    },
    {
      name: 'access_rank',
      label: 'Rank',
      kind: 'integer',
      description:
        'The clearance that it took to see the thing then: 0 none, 1 OFFICIAL to 3 TOP SECRET.',
    },
    {
      name: 'organisation_id',
      label: 'Organisation',
      kind: 'text',
      sortable: false,
      description: 'Identifier of the organisation that the thing belongs to.',
    },
    {
      name: 'compartment_id',
      label: 'Compartment',
      kind: 'text',
      sortable: false,
      description:
        'Number of what caveats and need-to-know groups demanded of who saw the thing then; empty where nothing.',
    },
    {
      name: 'previous_hash',
      label: 'Hash before',
      kind: 'text',
      sortable: false,
      description: 'Hash of the event before, in hex.',
    },
    {
      name: 'hash',
      label: 'Hash',
      kind: 'text',
      sortable: false,
      description: 'Hash of the event over its content and the hash before, in hex.',
    },
    {
      name: 'classification',
      label: 'Classification',
      kind: 'code',
      labels: classificationLabels,
      sql: `(array['${classifications.join("', '")}'])[classification_rank]`,
      sortable: false,
      description: 'The clearance that it takes to see the event now.',
    },
    protectiveMarkingColumn,
  ],
  shownColumns: ['seq', 'at', 'actor_name', 'action', 'entity', 'entity_id', 'reason'],
  filters: [
    {
      kind: 'anyOf',
      name: 'entity',
      label: 'Kind',
      sql: 'entity',
      labels: entityWords,
      facet: true,
      ...code,
    },
    {
      kind: 'anyOf',
      name: 'action',
      label: 'What',
      sql: 'action',
      labels: actionWords,
      facet: true,
      ...code,
    },
    { kind: 'anyOf', name: 'actor', label: 'Who', sql: 'actor_name', facet: true },
    { kind: 'after', name: 'at.after', label: 'From', sql: 'at', columnKind: 'instant' },
    { kind: 'before', name: 'at.before', label: 'Before', sql: 'at', columnKind: 'instant' },
    { kind: 'anyOf', name: 'record', label: 'Record', sql: 'entity_id', facet: false },
    { kind: 'anyOf', name: 'request', label: 'Request', sql: 'request_id', facet: false },
  ],
  search: {
    label: 'Person, reason, name or identifier',
    sql: (text) => `seq in (select search_history(${text}))`,
  },
  defaultSort: [{ column: 'seq', direction: 'descending' }],
  pageSize: 50,
} as const satisfies TableDefinition;

type HistoryColumn = (typeof historyTable)['columns'][number]['name'];

export type HistoryRow = TableRow &
  Readonly<Record<Exclude<HistoryColumn, 'seq' | 'row_count' | 'access_rank'>, string>> & {
    readonly seq: number;
    readonly row_count: number;
  };
