'use client';

import {
  type ColumnDef,
  rowSelectionFeature,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type ReactNode, useMemo } from 'react';
import type { ColumnDefinition, TableDefinition } from '@/app/_lib/table-definition';
import { shownColumns, type TableQuery } from '@/app/_lib/table-query';
import { AddressLink } from '../address-link';
import { CellValue, cellTitle } from './cell-value';
import { ColumnHead } from './column-head';
import styles from './table-grid.module.css';
import type { CellRenderers } from './types';
import type { SelectionState } from './use-table-selection';

interface GridColumn {
  definition: ColumnDefinition;
}

// Sorting, filtering and paging happen in the database, so no row model is registered for them.
const features = tableFeatures({
  rowSelectionFeature,
  rowSortingFeature,
  columnMeta: {} as GridColumn,
});

export interface TableGridProps<Row extends object> {
  definition: TableDefinition;
  /** The query that the rows answer, not one still on its way. */
  query: TableQuery;
  rows: readonly Row[];
  caption: string;
  cells: CellRenderers<Row>;
  rowHref?: (row: Row) => string;
  /** Rows have check boxes only when it is given. */
  selection?: SelectionState;
}

export function TableGrid<Row extends object>(props: TableGridProps<Row>) {
  const { definition, query, rows, caption, cells, rowHref, selection } = props;

  const columns = useMemo(
    () => gridColumns(shownColumns(definition, query), cells, rowHref),
    [definition, query, cells, rowHref],
  );
  const sorting: SortingState = query.sort.map((term) => ({
    id: term.column,
    desc: term.direction === 'descending',
  }));

  const table = useTable({
    features,
    data: rows,
    columns,
    getRowId: (row) => String(fieldOf(row, definition.key)),
    manualSorting: true,
    enableRowSelection: selection !== undefined,
    state: { sorting, rowSelection: selection?.rowSelection ?? {} },
    onRowSelectionChange: selection?.change,
  });

  return (
    <table className={styles.table} data-selects={selection ? true : undefined}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {selection ? (
              <th scope="col" className={styles.check}>
                <input
                  type="checkbox"
                  aria-label="Select all rows of this page"
                  ref={(box) => {
                    if (box) {
                      box.indeterminate =
                        table.getIsSomePageRowsSelected() && !table.getIsAllPageRowsSelected();
                    }
                  }}
                  checked={rows.length > 0 && table.getIsAllPageRowsSelected()}
                  onChange={table.getToggleAllPageRowsSelectedHandler()}
                />
              </th>
            ) : null}
            {group.headers.map((header) => {
              const sorted = header.column.getIsSorted();
              const direction =
                sorted === false ? 'none' : sorted === 'desc' ? 'descending' : 'ascending';
              const column = header.column.columnDef.meta?.definition;
              return (
                <th
                  key={header.id}
                  scope="col"
                  data-kind={column?.kind}
                  aria-sort={direction === 'none' ? undefined : direction}
                >
                  {column ? (
                    <ColumnHead
                      column={column}
                      direction={direction}
                      place={
                        sorted !== false && sorting.length > 1
                          ? header.column.getSortIndex() + 1
                          : undefined
                      }
                    />
                  ) : null}
                </th>
              );
            })}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row) => (
          <tr key={row.id} data-selected={row.getIsSelected() || undefined}>
            {selection ? (
              <td className={styles.check}>
                <input
                  type="checkbox"
                  aria-label={`Select ${rowName(row.original, columns)}`}
                  checked={row.getIsSelected()}
                  onChange={row.getToggleSelectedHandler()}
                />
              </td>
            ) : null}
            {row.getAllCells().map((cell) => (
              <td
                key={cell.id}
                data-kind={cell.column.columnDef.meta?.definition.kind}
                title={
                  cell.column.columnDef.meta &&
                  cellTitle(cell.column.columnDef.meta.definition, cell.getValue())
                }
              >
                <table.FlexRender cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function gridColumns<Row extends object>(
  shown: readonly ColumnDefinition[],
  cells: CellRenderers<Row>,
  rowHref: ((row: Row) => string) | undefined,
): ColumnDef<typeof features, Row>[] {
  return shown.map((column, index) => ({
    id: column.name,
    accessorFn: (row) => fieldOf(row, column.name),
    meta: { definition: column },
    cell: ({ row: { original } }) => {
      const content = cells[column.name]?.(original) ?? (
        <CellValue column={column} value={fieldOf(original, column.name)} />
      );
      return index === 0 && rowHref ? rowLink(rowHref(original), content) : content;
    },
  }));
}

function rowLink(href: string, content: ReactNode) {
  return (
    <AddressLink className={styles.rowLink} href={href}>
      {content}
    </AddressLink>
  );
}

/** The row's first words, to tell its check box from the others. */
function rowName<Row extends object>(
  row: Row,
  columns: readonly ColumnDef<typeof features, Row>[],
): string {
  const words = columns.slice(0, 4).map((column) => fieldOf(row, String(column.id)));
  return words.filter((word) => typeof word === 'string' && word !== '').join(', ');
}

function fieldOf(row: object, name: string): unknown {
  return (row as Record<string, unknown>)[name];
}
