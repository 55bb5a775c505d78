'use client';

import type { TableQuery } from '@/app/_lib/table-query';
import { DataTable } from '@/components/data-table/data-table';
import type { TablePage } from '@/components/data-table/types';
import { EmptyState } from '@/components/empty-state';
import { LinkButton } from '@/components/link-button';
import { type OrganisationRow, organisationsTable } from './table';

interface OrganisationsTableProps {
  query: TableQuery;
  page: TablePage<OrganisationRow>;
  mayAdd: boolean;
  mayExport: boolean;
}

export function OrganisationsTable({ query, page, mayAdd, mayExport }: OrganisationsTableProps) {
  return (
    <DataTable
      definition={organisationsTable}
      query={query}
      page={page}
      noun={{ one: 'organisation', many: 'organisations' }}
      rowHref={(row) => `/organisations/${row.id}`}
      {...(mayExport && { exportPath: '/organisations/export.csv' })}
      empty={
        <EmptyState
          title="You see no organisation yet"
          description="Import an inventory, add the first organisation by hand, or have an administrator give you one to see."
          action={
            mayAdd ? <LinkButton href="/organisations/new">Add an organisation</LinkButton> : null
          }
        />
      }
    />
  );
}
