'use client';

import { IconReceipt } from '@tabler/icons-react';
import type { TableQuery } from '@/app/_lib/table-query';
import { DataTable } from '@/components/data-table/data-table';
import type { CellRenderers, TablePage } from '@/components/data-table/types';
import { EmptyState } from '@/components/empty-state';
import { LinkButton } from '@/components/link-button';
import { StateBadge } from './state-badge';
import { type ReceiptRow, type ReceiptState, receiptsTable } from './table';

const cells: CellRenderers<ReceiptRow> = {
  query: ({ query }) => query || 'Everything',
  state: ({ state }) => <StateBadge state={state as ReceiptState} />,
};

interface ReceiptsTableProps {
  query: TableQuery;
  page: TablePage<ReceiptRow>;
}

export function ReceiptsTable({ query, page }: ReceiptsTableProps) {
  return (
    <DataTable
      definition={receiptsTable}
      query={query}
      page={page}
      cells={cells}
      noun={{ one: 'receipt', many: 'receipts' }}
      rowHref={(row) => `/receipts/${row.id}`}
      empty={
        <EmptyState
          icon={<IconReceipt size={28} stroke={1.5} />}
          title="Nothing was exported yet"
          description="Each export leaves a receipt here: what was exported, when, and a hash by which the file can be told from any other."
          action={<LinkButton href="/register">Open the register</LinkButton>}
        />
      }
    />
  );
}
