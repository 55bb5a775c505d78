'use client';

import type { ClassificationCode } from '@/app/_domain/classification';
import { type DecisionState, stateLabels } from '@/app/_domain/decision';
import { type Exposure, exposureLabels } from '@/app/_domain/exposure';
import { parseMarkings } from '@/app/_domain/marking';
import { exposureTones, stateTones } from '@/app/_domain/tone';
import { hrefAsOf } from '@/app/_lib/as-of';
import type { TableQuery } from '@/app/_lib/table-query';
import { ClassificationBadge } from '@/app/_parts/classification-badge';
import { CountryCell } from '@/app/_parts/country-cell';
import { DataTable } from '@/components/data-table/data-table';
import type {
  CellRenderers,
  TablePage,
  TableSelection,
  ValueNames,
} from '@/components/data-table/types';
import { EmptyState } from '@/components/empty-state';
import { LinkButton } from '@/components/link-button';
import { ToneBadge } from '@/components/tone-badge';
import { ProposeButton } from './propose-button';
import { type RegisterRow, registerTable } from './table';

const cells: CellRenderers<RegisterRow> = {
  country_of_origin: (row) => <CountryCell country={row.country_of_origin} />,
  classification: (row) => (
    <ClassificationBadge
      code={row.classification as ClassificationCode}
      markings={parseMarkings(row.marking)}
      label={row.classification_label}
    />
  ),
  exposure: (row) => {
    const code = row.exposure as Exposure;
    return <ToneBadge tone={exposureTones[code]}>{exposureLabels[code]}</ToneBadge>;
  },
  decision_state: (row) => {
    const code = row.decision_state as DecisionState | '';
    return code ? <ToneBadge tone={stateTones[code]}>{stateLabels[code]}</ToneBadge> : null;
  },
};

export interface RegisterTableProps {
  query: TableQuery;
  page: TablePage<RegisterRow>;
  /** Names of what is filtered by id. */
  valueNames: ValueNames;
  mayPropose: boolean;
  mayExport: boolean;
  mayImport: boolean;
}

export function RegisterTable({
  query,
  page,
  valueNames,
  mayPropose,
  mayExport,
  mayImport,
}: RegisterTableProps) {
  return (
    <DataTable
      definition={registerTable}
      query={query}
      page={page}
      cells={cells}
      valueNames={valueNames}
      noun={{ one: 'deployment', many: 'deployments' }}
      rowHref={(row) => hrefAsOf(`/register/${row.deployment_id}`, query.asOf)}
      {...(mayExport && { exportPath: '/register/export.csv' })}
      {...(mayPropose && {
        selectionActions: (selection: TableSelection) => <ProposeButton selection={selection} />,
      })}
      empty={
        <EmptyState
          title="The register is empty"
          description={
            mayImport
              ? 'Import an inventory, such as the CSV that a configuration database exports, to see what runs where.'
              : 'A data steward imports an inventory first; or you are not cleared for anything in it yet.'
          }
          action={
            mayImport ? <LinkButton href="/imports/new">Import an inventory</LinkButton> : null
          }
        />
      }
    />
  );
}
