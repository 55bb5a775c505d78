'use client';

import type { TableQuery } from '@/app/_lib/table-query';
import { DataTable } from '@/components/data-table/data-table';
import type { TablePage } from '@/components/data-table/types';
import { EmptyState } from '@/components/empty-state';
import { LinkButton } from '@/components/link-button';
import { type GroupRow, groupsTable } from './table';

export function GroupsTable({ query, page }: { query: TableQuery; page: TablePage<GroupRow> }) {
  return (
    <DataTable
      definition={groupsTable}
      query={query}
      page={page}
      noun={{ one: 'group', many: 'groups' }}
      rowHref={({ id }) => `/groups/${id}`}
      empty={
        <EmptyState
          title="There is no group yet"
          description="A system that is given to a group is seen by its members only, as far as they are cleared."
          action={<LinkButton href="/groups/new">Add a group</LinkButton>}
        />
      }
    />
  );
}
