'use client';

import { type Role, roleLabels } from '@/app/_domain/permission';
import type { TableQuery } from '@/app/_lib/table-query';
import { DataTable } from '@/components/data-table/data-table';
import type { CellRenderers, TablePage } from '@/components/data-table/types';
import { type UserRow, type UserStatus, usersTable } from './table';
import { UserStatusBadge } from './user-status-badge';

const cells: CellRenderers<UserRow> = {
  roles: ({ roles }) => rolesInWords(roles),
  status: ({ status }) => <UserStatusBadge status={status as UserStatus} />,
};

export function UsersTable({ query, page }: { query: TableQuery; page: TablePage<UserRow> }) {
  return (
    <DataTable
      definition={usersTable}
      query={query}
      page={page}
      cells={cells}
      noun={{ one: 'user', many: 'users' }}
      rowHref={({ id }) => `/users/${id}`}
    />
  );
}

function rolesInWords(cell: string): string {
  const held = cell === '' ? [] : cell.split('; ');
  return held.length > 0 ? held.map((role) => roleLabels[role as Role]).join(', ') : 'None';
}
