import type { ReactNode } from 'react';
import type { PagingKey } from '@/app/_lib/paging-key';
import type { TableDefinition } from '@/app/_lib/table-definition';
import type { TableQuery } from '@/app/_lib/table-query';

export interface FacetCount {
  value: string;
  count: number;
}

/** What the server answers to a query. */
export interface TablePage<Row> {
  rows: readonly Row[];
  /** All rows that the query matches, on every page. */
  total: number;
  /** Counts beside each value by filter name; each reflects the other filters. */
  facets: Readonly<Record<string, readonly FacetCount[]>>;
  /** Where the next and the previous page begin; undefined where there is none. */
  next?: PagingKey;
  previous?: PagingKey;
}

/** How cells are drawn, by column name. Columns not named are drawn by their kind and labels. */
export type CellRenderers<Row> = Readonly<Record<string, (row: Row) => ReactNode>>;

export type ValueNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface TableSelection {
  /** Keys of the selected rows; empty when all that match are selected. */
  ids: readonly string[];
  /** Every row that `query` matches is selected, those on other pages too. */
  allMatching: boolean;
  count: number;
  query: TableQuery;
  clear: () => void;
}

export interface DataTableProps<Row extends object> {
  definition: TableDefinition;
  query: TableQuery;
  page: TablePage<Row>;
  noun: { one: string; many: string };
  cells?: CellRenderers<Row>;
  /**
   * Names for values that are ids, by filter name and id, since chips show words. Ids not named are
   * shown as they are.
   */
  valueNames?: ValueNames;
  /** Address of a row's own page, linked from its first cell. */
  rowHref?: (row: Row) => string;
  /** Address of the CSV; the query is added to it. */
  exportPath?: string;
  /** What can be done with selected rows. Rows can be selected only when it is given. */
  selectionActions?: (selection: TableSelection) => ReactNode;
  /** Further controls at the end of the toolbar. */
  toolbar?: ReactNode;
  /** Shown in place of the table while there is nothing to filter at all. */
  empty?: ReactNode;
}
