import type { TableDefinition } from '@/app/_lib/table-definition';
import type { TableRow } from '@/app/_server/table-sql';

/** Need-to-know groups. How many systems they close is not for who manages them. */
export const groupsTable = {
  name: 'groups',
  path: '/groups',
  source: 'group_list',
  key: 'id',
  columns: [
    { name: 'name', label: 'Group', kind: 'text', description: 'The name of the group.' },
    { name: 'purpose', label: 'Purpose', kind: 'text', description: 'What it is for.' },
    {
      name: 'members',
      label: 'Members',
      kind: 'integer',
      description: 'Number of people who see its systems, as far as they are cleared.',
    },
    {
      name: 'updated_at',
      label: 'Last changed',
      sortName: 'updated',
      kind: 'instant',
      description: 'When name or purpose were last changed, in UTC.',
    },
  ],
  shownColumns: ['name', 'purpose', 'members', 'updated_at'],
  filters: [],
  search: {
    label: 'Group',
    sql: (text) => `position(lower(${text}) in lower(concat_ws(' ', name, purpose))) > 0`,
  },
  defaultSort: [{ column: 'name', direction: 'ascending' }],
  pageSize: 50,
} as const satisfies TableDefinition;

type GroupColumn = (typeof groupsTable)['columns'][number]['name'];

export type GroupRow = TableRow & Readonly<Record<GroupColumn | 'id', string>>;
