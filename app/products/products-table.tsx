'use client';

import { type ProductCategory, productCategoryLabels } from '@/app/_domain/product';
import type { TableQuery } from '@/app/_lib/table-query';
import { CountryCell } from '@/app/_parts/country-cell';
import { AddressLink } from '@/components/address-link';
import { DataTable } from '@/components/data-table/data-table';
import type { CellRenderers, TablePage } from '@/components/data-table/types';
import { EmptyState } from '@/components/empty-state';
import { LinkButton } from '@/components/link-button';
import { ToneBadge } from '@/components/tone-badge';
import { type ProductRow, productsTable } from './table';

const cells: CellRenderers<ProductRow> = {
  supplier: (row) => (
    <AddressLink href={`/suppliers/${row.supplier_id}`}>{row.supplier}</AddressLink>
  ),
  category: (row) =>
    row.category === 'not_recorded' ? (
      <ToneBadge tone="caution">{productCategoryLabels.not_recorded}</ToneBadge>
    ) : (
      productCategoryLabels[row.category as ProductCategory]
    ),
  country_of_origin: (row) => <CountryCell country={row.country_of_origin} />,
};

interface ProductsTableProps {
  query: TableQuery;
  page: TablePage<ProductRow>;
  mayWrite: boolean;
  mayExport: boolean;
}

export function ProductsTable({ query, page, mayWrite, mayExport }: ProductsTableProps) {
  return (
    <DataTable
      definition={productsTable}
      query={query}
      page={page}
      cells={cells}
      noun={{ one: 'product', many: 'products' }}
      rowHref={(row) => `/products/${row.id}`}
      {...(mayExport && { exportPath: '/products/export.csv' })}
      empty={
        <EmptyState
          title="No product is recorded yet"
          description="Import an inventory, or add the first product by hand."
          action={mayWrite ? <LinkButton href="/products/new">Add a product</LinkButton> : null}
        />
      }
    />
  );
}
