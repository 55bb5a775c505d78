'use client';

import { formatInteger } from '@/app/_lib/format';
import type { TableQuery } from '@/app/_lib/table-query';
import { AddressLink } from '@/components/address-link';
import { DataTable } from '@/components/data-table/data-table';
import type { CellRenderers, TablePage } from '@/components/data-table/types';
import { EmptyState } from '@/components/empty-state';
import { ToneBadge } from '@/components/tone-badge';
import type { Subjects } from './data';
import { actionTone } from './event-tone';
import { actionWords } from './event-words';
import { type HistoryRow, historyTable } from './table';

interface HistoryTableProps {
  query: TableQuery;
  page: TablePage<HistoryRow>;
  subjects: Subjects;
}

export function HistoryTable({ query, page, subjects }: HistoryTableProps) {
  const cells: CellRenderers<HistoryRow> = {
    action: ({ action }) => <ToneBadge tone={actionTone(action)}>{actionWords(action)}</ToneBadge>,
    entity_id: ({ seq, row_count }) => {
      if (row_count > 1) return `${formatInteger(row_count)} rows`;
      const { name, href } = subjects[seq] ?? { name: '' };
      return href ? <AddressLink href={href}>{name}</AddressLink> : name;
    },
  };
  return (
    <DataTable
      definition={historyTable}
      query={query}
      page={page}
      cells={cells}
      noun={{ one: 'event', many: 'events' }}
      rowHref={({ seq }) => `/history/${seq}`}
      exportPath="/history/export.csv"
      empty={
        <EmptyState
          title="Nothing has happened yet"
          description="Every change, sign-in and export will stand here, and is never removed."
        />
      }
    />
  );
}
