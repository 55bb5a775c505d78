'use client';

import { type ClassificationCode, classificationLabels } from '@/app/_domain/classification';
import { type DecisionState, stateLabels } from '@/app/_domain/decision';
import { classificationTones, stateTones } from '@/app/_domain/tone';
import type { TableQuery } from '@/app/_lib/table-query';
import { DataTable } from '@/components/data-table/data-table';
import type { CellRenderers, TablePage } from '@/components/data-table/types';
import { EmptyState } from '@/components/empty-state';
import { LinkButton } from '@/components/link-button';
import { ToneBadge } from '@/components/tone-badge';
import { type DecisionRow, decisionsTable } from './table';

const cells: CellRenderers<DecisionRow> = {
  classification: (row) => {
    const code = row.classification as ClassificationCode;
    return <ToneBadge tone={classificationTones[code]}>{classificationLabels[code]}</ToneBadge>;
  },
  state: (row) => {
    const code = row.state as DecisionState;
    return <ToneBadge tone={stateTones[code]}>{stateLabels[code]}</ToneBadge>;
  },
};

export interface DecisionsTableProps {
  query: TableQuery;
  page: TablePage<DecisionRow>;
  mayExport: boolean;
}

export function DecisionsTable({ query, page, mayExport }: DecisionsTableProps) {
  return (
    <DataTable
      definition={decisionsTable}
      query={query}
      page={page}
      cells={cells}
      noun={{ one: 'decision', many: 'decisions' }}
      rowHref={(row) => `/register/${row.deployment_id}`}
      {...(mayExport && { exportPath: '/decisions/export.csv' })}
      empty={
        <EmptyState
          title="Nothing has been proposed yet"
          description="Select rows in the register and propose what is to be done with them."
          action={<LinkButton href="/register">Open the register</LinkButton>}
        />
      }
    />
  );
}
