'use client';

import { type ClassificationCode, classificationLabels } from '@/app/_domain/classification';
import { type DecisionState, stateLabels } from '@/app/_domain/decision';
import { type Exposure, exposureLabels } from '@/app/_domain/exposure';
import { classificationTones, exposureTones, stateTones } from '@/app/_domain/tone';
import type { TableQuery } from '@/app/_lib/table-query';
import { CountryCell } from '@/app/_parts/country-cell';
import { DataTable } from '@/components/data-table/data-table';
import type { CellRenderers, TablePage } from '@/components/data-table/types';
import { EmptyState } from '@/components/empty-state';
import { LinkButton } from '@/components/link-button';
import { ToneBadge } from '@/components/tone-badge';
import { type OverReachRow, overReachTable } from './table';

const cells: CellRenderers<OverReachRow> = {
  country_of_origin: (row) => <CountryCell country={row.country_of_origin} />,
  classification: (row) => {
    const code = row.classification as ClassificationCode;
    return <ToneBadge tone={classificationTones[code]}>{classificationLabels[code]}</ToneBadge>;
  },
  state: (row) => {
    const code = row.state as DecisionState;
    return <ToneBadge tone={stateTones[code]}>{stateLabels[code]}</ToneBadge>;
  },
  exposure: (row) => {
    const code = row.exposure as Exposure;
    return <ToneBadge tone={exposureTones[code]}>{exposureLabels[code]}</ToneBadge>;
  },
  basis_reason: (row) =>
    row.basis_reason || <ToneBadge tone="caution">No reason recorded</ToneBadge>,
};

interface OverReachTableProps {
  query: TableQuery;
  page: TablePage<OverReachRow>;
  mayExport: boolean;
}

export function OverReachTable({ query, page, mayExport }: OverReachTableProps) {
  return (
    <DataTable
      definition={overReachTable}
      query={query}
      page={page}
      cells={cells}
      noun={{ one: 'decision', many: 'decisions' }}
      rowHref={(row) => `/register/${row.deployment_id}`}
      {...(mayExport && { exportPath: '/decisions/over-reach/export.csv' })}
      empty={
        <EmptyState
          title="Nothing goes beyond what is required"
          description="Each decision to remove or replace that you may see, proposed or in force, is asked for by an active advisory."
          action={<LinkButton href="/decisions">See all decisions</LinkButton>}
        />
      }
    />
  );
}
