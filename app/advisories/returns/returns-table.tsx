'use client';

import { type NilReturn, nilReturnLabels } from '@/app/_domain/advisory-return';
import { nilReturnTones } from '@/app/_domain/tone';
import type { TableQuery } from '@/app/_lib/table-query';
import { DataTable } from '@/components/data-table/data-table';
import type { CellRenderers, TablePage } from '@/components/data-table/types';
import { EmptyState } from '@/components/empty-state';
import { LinkButton } from '@/components/link-button';
import { ToneBadge } from '@/components/tone-badge';
import { type ReturnTableRow, returnTable } from '../return/table';

const cells: CellRenderers<ReturnTableRow> = {
  nil_return: (row) => {
    const code = row.nil_return as NilReturn | '';
    return code ? <ToneBadge tone={nilReturnTones[code]}>{nilReturnLabels[code]}</ToneBadge> : null;
  },
};

interface ReturnsTableProps {
  query: TableQuery;
  page: TablePage<ReturnTableRow>;
  mayExport: boolean;
}

export function ReturnsTable({ query, page, mayExport }: ReturnsTableProps) {
  return (
    <DataTable
      definition={returnTable}
      query={query}
      page={page}
      cells={cells}
      noun={{ one: 'return', many: 'returns' }}
      rowHref={(row) => `/advisories/${row.advisory_id}/return`}
      {...(mayExport && { exportPath: '/advisories/returns/export.csv' })}
      empty={
        <EmptyState
          title="No advisory has a return yet"
          description="Once an advisory is active, each organisation that you may see has a return under it."
          action={<LinkButton href="/advisories">See the advisories</LinkButton>}
        />
      }
    />
  );
}
