'use client';

import type { TableQuery } from '@/app/_lib/table-query';
import { AddressLink } from '@/components/address-link';
import { DataTable } from '@/components/data-table/data-table';
import type { CellRenderers, TablePage } from '@/components/data-table/types';
import type { ChangeContents } from '../data';
import { DifferenceList } from '../shared/difference-list';
import { type ChangeRow, historyChangesTable } from './table';

interface ChangesTableProps {
  query: TableQuery;
  page: TablePage<ChangeRow>;
  contents: ChangeContents;
}

export function ChangesTable({ query, page, contents }: ChangesTableProps) {
  const cells: CellRenderers<ChangeRow> = {
    entity_id: ({ ordinal }) => {
      const { name = '', href } = contents[ordinal]?.subject ?? {};
      return href ? <AddressLink href={href}>{name}</AddressLink> : name;
    },
    after: ({ ordinal }) => <DifferenceList differences={contents[ordinal]?.differences ?? []} />,
  };
  return (
    <DataTable
      definition={historyChangesTable}
      query={query}
      page={page}
      cells={cells}
      noun={{ one: 'row', many: 'rows' }}
      exportPath="/history/changes.csv"
    />
  );
}
