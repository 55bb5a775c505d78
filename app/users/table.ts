import { clearanceLabels, clearances } from '@/app/_domain/clearance';
import type { TableDefinition } from '@/app/_lib/table-definition';
import type { TableRow } from '@/app/_server/table-sql';

export const userStatusLabels = {
  active: 'Active',
  invited: 'No password yet',
  disabled: 'Disabled',
} as const;

export type UserStatus = keyof typeof userStatusLabels;

const status = `case when disabled then 'disabled'
  when id in (select user_id from account) then 'active' else 'invited' end`;
const organisations = `case when all_organisations then 'all' else 'listed' end`;
const organisationLabels = { all: 'All', listed: 'A list' };

/** The people who can sign in. */
export const usersTable = {
  name: 'users',
  path: '/users',
  source: 'user_list',
  key: 'id',
  columns: [
    {
      name: 'name',
      label: 'Name',
      kind: 'text',
      description: 'The name that history and decisions show.',
    },
    {
      name: 'email',
      label: 'E-mail address',
      kind: 'text',
      description: 'The address with which the person signs in.',
    },
    {
      name: 'roles',
      label: 'Roles',
      kind: 'text',
      description: 'What the person may do.',
    },
    {
      name: 'status',
      label: 'Status',
      kind: 'code',
      labels: userStatusLabels,
      sql: status,
      description: 'Whether the person can sign in.',
    },
    {
      name: 'clearance',
      label: 'Clearance',
      kind: 'code',
      labels: clearanceLabels,
      description: 'How the person was vetted, and so how highly classified rows they may see.',
    },
    {
      name: 'clearance_expires_on',
      label: 'Clearance until',
      sortName: 'expires',
      kind: 'date',
      description: 'The last day of the clearance; empty where it does not end.',
    },
    {
      name: 'organisations',
      label: 'Organisations',
      kind: 'code',
      labels: organisationLabels,
      sql: organisations,
      description: 'Whether the person sees systems of all organisations or of some.',
    },
    {
      name: 'created_at',
      label: 'Added',
      sortName: 'added',
      kind: 'instant',
      description: 'When the person was added, in UTC.',
    },
  ],
  shownColumns: [
    'name',
    'email',
    'roles',
    'status',
    'clearance',
    'clearance_expires_on',
    'organisations',
  ],
  filters: [
    {
      kind: 'anyOf',
      name: 'status',
      label: 'Status',
      sql: status,
      values: Object.keys(userStatusLabels),
      labels: userStatusLabels,
      facet: true,
    },
    {
      kind: 'anyOf',
      name: 'clearance',
      label: 'Clearance',
      sql: 'clearance',
      values: clearances,
      labels: clearanceLabels,
      facet: true,
    },
    {
      kind: 'flag',
      name: 'asked',
      label: 'Waits for a second administrator',
      sql: 'waits',
    },
    {
      kind: 'before',
      name: 'expires.before',
      label: 'Clearance ends before',
      sql: 'clearance_expires_on',
    },
  ],
  search: {
    label: 'Name, e-mail address or role',
    sql: (text) => `position(lower(${text}) in lower(concat_ws(' ', name, email, roles))) > 0`,
  },
  defaultSort: [{ column: 'name', direction: 'ascending' }],
  pageSize: 50,
} as const satisfies TableDefinition;

type UserColumn = (typeof usersTable)['columns'][number]['name'];

export type UserRow = TableRow & Readonly<Record<UserColumn | 'id', string>>;
