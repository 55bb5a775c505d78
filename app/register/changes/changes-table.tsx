'use client';

import { type ClassificationCode, classificationLabels } from '@/app/_domain/classification';
import { classificationTones } from '@/app/_domain/tone';
import { hrefAsOf } from '@/app/_lib/as-of';
import { valueLabel } from '@/app/_lib/table-definition';
import type { TableQuery } from '@/app/_lib/table-query';
import { CellValue } from '@/components/data-table/cell-value';
import { DataTable } from '@/components/data-table/data-table';
import type { CellRenderers, TablePage } from '@/components/data-table/types';
import { type Tone, ToneBadge } from '@/components/tone-badge';
import {
  type ChangeKind,
  changeKindLabels,
  comparedColumns,
  type RegisterChangeRow,
  registerChangesTable,
} from './table';

const tones: Readonly<Record<ChangeKind, Tone>> = {
  added: 'good',
  gone: 'danger',
  changed: 'accent',
};

const cells: CellRenderers<RegisterChangeRow> = {
  classification: (row) => {
    const code = row.classification as ClassificationCode;
    return <ToneBadge tone={classificationTones[code]}>{classificationLabels[code]}</ToneBadge>;
  },
  change: (row) => {
    const code = row.change as ChangeKind;
    return <ToneBadge tone={tones[code]}>{changeKindLabels[code]}</ToneBadge>;
  },
  before: (row) => <Said row={row} state={row.before} />,
  after: (row) => <Said row={row} state={row.after} />,
};

/** What a field said, in the words that the register has for it. */
function Said({ row, state }: { row: RegisterChangeRow; state: string }) {
  const column = comparedColumns.find(({ name }) => name === row.field);
  if (!column) return null;
  if (state === '') return <>{valueLabel(column.labels, '') || 'Nothing'}</>;
  return <CellValue column={column} value={column.kind === 'integer' ? Number(state) : state} />;
}

export interface ChangesTableProps {
  query: TableQuery;
  page: TablePage<RegisterChangeRow>;
  mayExport: boolean;
}

export function ChangesTable({ query, page, mayExport }: ChangesTableProps) {
  const [from] = query.filters.from ?? [];
  const [to] = query.filters.to ?? [];
  return (
    <DataTable
      definition={registerChangesTable}
      query={query}
      page={page}
      cells={cells}
      noun={{ one: 'change', many: 'changes' }}
      // What is gone is to be seen where it last was.
      rowHref={(row) =>
        hrefAsOf(`/register/${row.deployment_id}`, row.change === 'gone' ? from : to)
      }
      {...(mayExport && { exportPath: '/register/changes/export.csv' })}
    />
  );
}
