'use client';

import type { AdvisoryStatus, Confirmation } from '@/app/_domain/advisory';
import { formatInteger } from '@/app/_lib/format';
import type { TableQuery } from '@/app/_lib/table-query';
import { registerHref } from '@/app/_parts/register-href';
import { AddressLink } from '@/components/address-link';
import { DataTable } from '@/components/data-table/data-table';
import type { CellRenderers, TablePage } from '@/components/data-table/types';
import { EmptyState } from '@/components/empty-state';
import { LinkButton } from '@/components/link-button';
import { ConfirmationBadge } from './confirmation-badge';
import { StatusBadge } from './status-badge';
import { type AdvisoryRow, advisoriesTable } from './table';

const cells: CellRenderers<AdvisoryRow> = {
  status: (row) => <StatusBadge status={row.status as AdvisoryStatus} />,
  confirmation: (row) => <ConfirmationBadge confirmation={row.confirmation as Confirmation} />,
  in_scope: (row) => <CountCell row={row} verdict="in" count={Number(row.in_scope)} />,
  cannot_tell: (row) => (
    <CountCell row={row} verdict="cannot_tell" count={Number(row.cannot_tell)} />
  ),
};

interface CountCellProps {
  row: AdvisoryRow;
  verdict: 'in' | 'cannot_tell';
  count: number;
}

/** A number that leads to the deployments it counts; nothing is counted unless it is active. */
function CountCell({ row, verdict, count }: CountCellProps) {
  if (row.status !== 'active') return null;
  if (count === 0) return <>0</>;
  return (
    <AddressLink href={registerHref({ advisory: `${row.reference}:${verdict}` })}>
      {formatInteger(count)}
    </AddressLink>
  );
}

interface AdvisoriesTableProps {
  query: TableQuery;
  page: TablePage<AdvisoryRow>;
  mayWrite: boolean;
  mayExport: boolean;
}

export function AdvisoriesTable({ query, page, mayWrite, mayExport }: AdvisoriesTableProps) {
  return (
    <DataTable
      definition={advisoriesTable}
      query={query}
      page={page}
      cells={cells}
      noun={{ one: 'advisory', many: 'advisories' }}
      rowHref={(row) => `/advisories/${row.id}`}
      {...(mayExport && { exportPath: '/advisories/export.csv' })}
      empty={
        <EmptyState
          title="No advisory is recorded yet"
          description="Adopt one that was published from the library, or write what an authority has told you."
          action={
            mayWrite ? <LinkButton href="/advisories/library">Open the library</LinkButton> : null
          }
        />
      }
    />
  );
}
