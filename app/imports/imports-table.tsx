'use client';

import { IconFileImport } from '@tabler/icons-react';
import type { TableQuery } from '@/app/_lib/table-query';
import { DataTable } from '@/components/data-table/data-table';
import type { CellRenderers, TablePage } from '@/components/data-table/types';
import { EmptyState } from '@/components/empty-state';
import { LinkButton } from '@/components/link-button';
import { ToneBadge } from '@/components/tone-badge';
import { type ImportState, stateLabels, stateTones } from './states';
import { type ImportRow, importsTable } from './table';

const cells: CellRenderers<ImportRow> = {
  state: ({ state }) => (
    <ToneBadge tone={stateTones[state as ImportState]}>
      {stateLabels[state as ImportState]}
    </ToneBadge>
  ),
};

interface ImportsTableProps {
  query: TableQuery;
  page: TablePage<ImportRow>;
  mayImport: boolean;
}

export function ImportsTable({ query, page, mayImport }: ImportsTableProps) {
  return (
    <DataTable
      definition={importsTable}
      query={query}
      page={page}
      cells={cells}
      noun={{ one: 'import', many: 'imports' }}
      rowHref={(row) => `/imports/${row.id}`}
      empty={
        <EmptyState
          icon={<IconFileImport size={28} stroke={1.5} />}
          title="Nothing was imported yet"
          description="An import is rehearsed first: nothing is written before you have seen what it would change."
          action={mayImport ? <LinkButton href="/imports/new">Import a file</LinkButton> : null}
        />
      }
    />
  );
}
