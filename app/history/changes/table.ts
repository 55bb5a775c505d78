import { classificationLabels, classifications } from '@/app/_domain/classification';
import type { FilterDefinition, TableDefinition } from '@/app/_lib/table-definition';
import { protectiveMarkingColumn } from '@/app/_parts/table-columns';
import type { TableRow } from '@/app/_server/table-sql';
import { asItsContent } from '../as-its-content';

const eventFilter = {
  kind: 'anyOf',
  name: 'event',
  label: 'Event',
  sql: 'seq',
  sqlType: 'bigint',
  pattern: /\d{1,18}/,
  expected: 'the number of an event',
  facet: false,
} as const satisfies FilterDefinition;

const seqColumn = {
  name: 'seq',
  label: 'Event',
  kind: 'integer',
  description: 'Number of the event that the change belongs to.',
} as const;

const ordinalColumn = {
  name: 'ordinal',
  label: 'Row',
  kind: 'integer',
  description: 'Place of the change within its event, from 1.',
} as const;

const hashColumn = {
  name: 'hash',
  label: 'Hash',
  kind: 'text',
  sortable: false,
  description: 'Hash of the change over its content, in hex.',
} as const;

/** The rows of one event that stands for many; of which event, the address has to say. */
export const historyChangesTable = {
  name: 'history_changes',
  path: '/history/changes',
  source: 'history_change_list',
  key: 'ordinal',
  classification: asItsContent,
  keyKind: 'integer',
  columns: [
    seqColumn,
    ordinalColumn,
    {
      name: 'entity_id',
      label: 'Record',
      kind: 'text',
      sortable: false,
      description: 'Identifier of the row.',
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
      description: 'The row after, as JSON; empty where there is none.',
    },
    {
      name: 'access_rank',
      label: 'Rank',
      kind: 'integer',
      sortable: false,
      description:
        'The clearance that it took to see the row then: 0 none, 1 OFFICIAL to 3 TOP SECRET.',
    },
    {
      name: 'organisation_id',
      label: 'Organisation',
      kind: 'text',
      sortable: false,
      description: 'Identifier of the organisation that the row belongs to.',
    },
    {
      name: 'compartment_id',
      label: 'Compartment',
      kind: 'text',
      sortable: false,
      description:
        'Number of what caveats and need-to-know groups demanded of who saw the row then; empty where nothing.',
    },
    hashColumn,
    {
      name: 'classification',
      label: 'Classification',
      kind: 'code',
      labels: classificationLabels,
      sql: `(array['${classifications.join("', '")}'])[classification_rank]`,
      sortable: false,
      description: 'The clearance that it took to see the row then.',
    },
    protectiveMarkingColumn,
  ],
  shownColumns: ['ordinal', 'entity_id', 'after'],
  filters: [
    eventFilter,
    { kind: 'anyOf', name: 'record', label: 'Record', sql: 'entity_id', facet: false },
  ],
  defaultSort: [{ column: 'ordinal', direction: 'ascending' }],
  pageSize: 50,
} as const satisfies TableDefinition;

/** The hashes of the changes, also of those that the reader may not see. */
export const historyChangeLinksTable = {
  name: 'history_change_links',
  path: historyChangesTable.path,
  source: 'history_change_link',
  key: historyChangesTable.key,
  keyKind: historyChangesTable.keyKind,
  columns: [seqColumn, ordinalColumn, hashColumn, protectiveMarkingColumn],
  shownColumns: ['ordinal', 'hash'],
  filters: [eventFilter],
  defaultSort: historyChangesTable.defaultSort,
  pageSize: historyChangesTable.pageSize,
} as const satisfies TableDefinition;

type ChangeColumn = (typeof historyChangesTable)['columns'][number]['name'];

export type ChangeRow = TableRow &
  Readonly<Record<Exclude<ChangeColumn, 'seq' | 'ordinal' | 'access_rank'>, string>> & {
    readonly seq: number;
    readonly ordinal: number;
  };
