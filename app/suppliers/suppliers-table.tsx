'use client';

import { IconBuildingFactory2 } from '@tabler/icons-react';
import type { TableQuery } from '@/app/_lib/table-query';
import { CountryCell } from '@/app/_parts/country-cell';
import { DataTable } from '@/components/data-table/data-table';
import type { CellRenderers, TablePage } from '@/components/data-table/types';
import { EmptyState } from '@/components/empty-state';
import { LinkButton } from '@/components/link-button';
import { type SupplierRow, suppliersTable } from './table';

const cells: CellRenderers<SupplierRow> = {
  country_of_origin: (row) => <CountryCell country={row.country_of_origin} />,
};

interface SuppliersTableProps {
  query: TableQuery;
  page: TablePage<SupplierRow>;
  mayWrite: boolean;
  mayExport: boolean;
}

export function SuppliersTable({ query, page, mayWrite, mayExport }: SuppliersTableProps) {
  return (
    <DataTable
      definition={suppliersTable}
      query={query}
      page={page}
      cells={cells}
      noun={{ one: 'supplier', many: 'suppliers' }}
      rowHref={(row) => `/suppliers/${row.id}`}
      {...(mayExport && { exportPath: '/suppliers/export.csv' })}
      empty={
        <EmptyState
          icon={<IconBuildingFactory2 size={28} stroke={1.5} />}
          title="No supplier is recorded yet"
          description="Import an inventory, or add the first supplier by hand."
          action={mayWrite ? <LinkButton href="/suppliers/new">Add a supplier</LinkButton> : null}
        />
      }
    />
  );
}
