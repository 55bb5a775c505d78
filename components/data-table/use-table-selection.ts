'use client';

import { functionalUpdate, type RowSelectionState, type Updater } from '@tanstack/react-table';
import { useState } from 'react';
import type { TableDefinition } from '@/app/_lib/table-definition';
import { type TableQuery, tableHref } from '@/app/_lib/table-query';
import { withoutPaging } from '@/app/_lib/table-query-changes';
import type { TableSelection } from './types';

export interface SelectionState {
  rowSelection: RowSelectionState;
  change: (updater: Updater<RowSelectionState>) => void;
  selectAllMatching: () => void;
  selection: TableSelection;
}

interface Kept {
  /** What was listed when the rows were chosen. */
  list: string;
  rows: RowSelectionState;
  allMatching: boolean;
}

/**
 * Selected rows, kept over pages, sorts and columns, and dropped once other rows are listed: a row
 * that no longer matches must not be decided on unseen.
 */
export function useTableSelection(
  definition: TableDefinition,
  query: TableQuery,
  page: { ids: readonly string[]; total: number },
): SelectionState {
  const list = tableHref(definition, {
    ...withoutPaging(query),
    sort: definition.defaultSort,
    columns: undefined,
  });
  const nothing: Kept = { list, rows: {}, allMatching: false };
  const [kept, setKept] = useState(nothing);
  const current = kept.list === list ? kept : nothing;

  const onPage: RowSelectionState = Object.fromEntries(page.ids.map((id) => [id, true]));
  const rowSelection = current.allMatching ? onPage : current.rows;
  const ids = current.allMatching ? [] : Object.keys(current.rows);

  return {
    rowSelection,
    change: (updater) =>
      setKept({ list, rows: functionalUpdate(updater, rowSelection), allMatching: false }),
    selectAllMatching: () => setKept({ list, rows: {}, allMatching: true }),
    selection: {
      ids,
      allMatching: current.allMatching,
      count: current.allMatching ? page.total : ids.length,
      query: withoutPaging(query),
      clear: () => setKept(nothing),
    },
  };
}
