'use client';

import type { MissingFact } from '@/app/_domain/finding';
import { missingFactHref } from '@/app/_domain/missing-fact';
import { formatInteger } from '@/app/_lib/format';
import type { TableQuery } from '@/app/_lib/table-query';
import { AddressLink } from '@/components/address-link';
import { DataTable } from '@/components/data-table/data-table';
import type { CellRenderers, TablePage } from '@/components/data-table/types';
import { EmptyState } from '@/components/empty-state';
import { LinkButton } from '@/components/link-button';
import { type MissingFactRow, missingFactsTable } from './table';

const cells: CellRenderers<MissingFactRow> = {
  deployments: (row) => (
    <AddressLink href={`/advisories/missing-facts/${row.id}`}>
      {formatInteger(Number(row.deployments))}
      <span className="visually-hidden"> deployments</span>
    </AddressLink>
  ),
};

interface MissingFactsTableProps {
  query: TableQuery;
  page: TablePage<MissingFactRow>;
  mayWrite: boolean;
  mayExport: boolean;
}

export function MissingFactsTable({ query, page, mayWrite, mayExport }: MissingFactsTableProps) {
  return (
    <DataTable
      definition={missingFactsTable}
      query={query}
      page={page}
      cells={cells}
      noun={{ one: 'missing fact', many: 'missing facts' }}
      rowHref={(row) =>
        missingFactHref(
          {
            kind: row.kind as MissingFact['kind'],
            subjectType: row.subject_type as MissingFact['subjectType'],
            subjectId: row.subject_id,
          },
          mayWrite,
        )
      }
      {...(mayExport && { exportPath: '/advisories/missing-facts/export.csv' })}
      empty={
        <EmptyState
          title="No fact is missing"
          description="The active advisories can be told for every deployment that you may see."
          action={<LinkButton href="/advisories">See the advisories</LinkButton>}
        />
      }
    />
  );
}
