import type { TableDefinition } from '@/app/_lib/table-definition';
import { protectiveMarkingColumn } from '@/app/_parts/table-columns';

/** The chain without its content, for whoever checks a file of the history that leaves events out. */
export const historyLinksTable = {
  name: 'history_links',
  path: '/history',
  source: 'history_link',
  key: 'seq',
  keyKind: 'integer',
  columns: [
    { name: 'seq', label: 'Event', kind: 'integer', description: 'Number of the event.' },
    {
      name: 'previous_hash',
      label: 'Hash before',
      kind: 'text',
      description: 'Hash of the event before, in hex.',
    },
    {
      name: 'content_hash',
      label: 'Hash of the content',
      kind: 'text',
      description: 'SHA-256 of the content of the event, in hex.',
    },
    {
      name: 'hash',
      label: 'Hash',
      kind: 'text',
      description: 'SHA-256 of the hash before and that of the content, in hex.',
    },
    protectiveMarkingColumn,
  ],
  shownColumns: ['seq', 'hash'],
  filters: [],
  defaultSort: [{ column: 'seq', direction: 'ascending' }],
  pageSize: 50,
} as const satisfies TableDefinition;
