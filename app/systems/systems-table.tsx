'use client';

import type { ClassificationCode } from '@/app/_domain/classification';
import { parseMarkings } from '@/app/_domain/marking';
import type { TableQuery } from '@/app/_lib/table-query';
import { ClassificationBadge } from '@/app/_parts/classification-badge';
import { AddressLink } from '@/components/address-link';
import { DataTable } from '@/components/data-table/data-table';
import type { CellRenderers, TablePage } from '@/components/data-table/types';
import { EmptyState } from '@/components/empty-state';
import { LinkButton } from '@/components/link-button';
import { purposeWords } from './purposes';
import { type SystemRow, systemsTable } from './table';

const cells: CellRenderers<SystemRow> = {
  organisation: (row) => (
    <AddressLink href={`/organisations/${row.organisation_id}`}>{row.organisation}</AddressLink>
  ),
  classification: (row) => (
    <ClassificationBadge
      code={row.classification as ClassificationCode}
      markings={parseMarkings(row.marking)}
      label={row.classification_label}
    />
  ),
  purposes: (row) => purposeWords(row.purposes.split('; ').filter(Boolean)),
};

interface SystemsTableProps {
  query: TableQuery;
  page: TablePage<SystemRow>;
  mayWrite: boolean;
  mayExport: boolean;
}

export function SystemsTable({ query, page, mayWrite, mayExport }: SystemsTableProps) {
  return (
    <DataTable
      definition={systemsTable}
      query={query}
      page={page}
      cells={cells}
      noun={{ one: 'system', many: 'systems' }}
      rowHref={(row) => `/systems/${row.id}`}
      {...(mayExport && { exportPath: '/systems/export.csv' })}
      empty={
        <EmptyState
          title="You see no system yet"
          description="Import an inventory, or add the first system by hand. Systems above your clearance and of other organisations are not shown."
          action={mayWrite ? <LinkButton href="/systems/new">Add a system</LinkButton> : null}
        />
      }
    />
  );
}
