import type { ClassificationRank } from '@/app/_domain/classification';
import { type Classified, parseMarkings } from '@/app/_domain/marking';
import type {
  ColumnDefinition,
  RowClassification,
  TableDefinition,
} from '@/app/_lib/table-definition';
import { exportedColumns, type TableQuery } from '@/app/_lib/table-query';
import {
  activeFilters,
  allOf,
  type Bind,
  columnSql,
  filterCondition,
  fromSource,
  parameters,
  queryCondition,
  type Statement,
  sqlTypes,
} from './table-conditions';
import { countSource, isFacet } from './table-count-sql';

/*
 * What pages and files of a table hold, for their marking. Statements give rows of `HeldRow`, each
 * once, and see what the connection's actor may see.
 */

export interface HeldRow {
  readonly rank: ClassificationRank;
  /** The cell of markings. */
  readonly marking: string;
  /** An organisation whose rows these are, or null; files only. */
  readonly organisation?: string | null;
}

export function classifiedOf({ rank, marking }: HeldRow): Classified {
  return { rank, markings: parseMarkings(marking) };
}

/** All that matches and what its cells count. Undefined where nothing of it is classified. */
export function heldByFile(definition: TableDefinition, query: TableQuery): Statement | undefined {
  const { bind, values } = parameters();
  const condition = queryCondition(definition, query, bind);
  const exported = exportedColumns(definition, query);
  // An order by a number says something of the number.
  const sorting = definition.columns.filter(({ name }) =>
    query.sort.some((term) => term.column === name),
  );
  const rows = definition.classification;
  const keys = `select ${columnSql({ name: definition.key })} ${fromSource(definition)} where ${condition}`;
  const selects = [
    ...(rows
      ? [
          `select ${rankOf(rows, query)} as rank, ${rows.marking} as marking, ${rows.organisation} as organisation
${fromSource(definition)} where ${condition}`,
        ]
      : []),
    ...counts(new Set([...exported, ...sorting])).map(
      ({ source, key, rank, marking, organisation }) =>
        `select ${rank} as rank, ${marking} as marking, ${organisation} as organisation from ${source} as counted where ${key} in (${keys})`,
    ),
  ];
  return distinct(selects, values);
}

/**
 * All that a page counts, in its total and beside the values of its facets, and what the cells of
 * the rows with these keys count. Undefined where nothing of it is classified.
 */
export function heldByPage(
  definition: TableDefinition,
  query: TableQuery,
  keys: readonly string[],
): Statement | undefined {
  const { bind, values } = parameters();
  const keyType = `${sqlTypes[definition.keyKind ?? 'uuid']}[]`;
  const selects = counts(definition.columns).map(
    ({ source, key, rank, marking }) =>
      `select ${rank} as rank, ${marking} as marking from ${source} as counted where ${key} = any(${bind(keys, keyType)})`,
  );
  const { classification } = definition;
  if (classification) {
    const counted = countedQueries(definition, query);
    selects.push(...counted.map((one) => classifiedRows(definition, classification, one, bind)));
  }
  return distinct(selects, values);
}

/** A facet counts under all filters but its own, so the page counts more than what matches. */
function countedQueries(definition: TableDefinition, query: TableQuery): TableQuery[] {
  const chosen = activeFilters(definition, query).filter(isFacet);
  if (chosen.length === 0) return [query];
  return chosen.map(({ name }) => {
    const { [name]: _, ...filters } = query.filters;
    return { ...query, filters };
  });
}

function classifiedRows(
  definition: TableDefinition,
  classification: RowClassification,
  query: TableQuery,
  bind: Bind,
): string {
  const active = activeFilters(definition, query);
  const { rank, marking } = classification;
  const counted = countSource(definition, query, [...active, { sql: rank }, { sql: marking }]);
  const from = counted
    ? `from ${counted.source} where ${allOf(active.map((filter) => filterCondition(filter, query, bind)))}`
    : `${fromSource(definition)} where ${queryCondition(definition, query, bind)}`;
  return `select ${rankOf(classification, query)} as rank, ${marking} as marking ${from}`;
}

function rankOf({ rank, pastRank = rank }: RowClassification, { asOf }: TableQuery): string {
  return asOf ? pastRank : rank;
}

function counts(columns: Iterable<ColumnDefinition>) {
  return [...columns].flatMap(({ countOf }) => countOf ?? []);
}

function distinct(selects: readonly string[], values: unknown[]): Statement | undefined {
  if (selects.length === 0) return undefined;
  // "union" gives each row once; a single select has to say so itself.
  const text =
    selects.length > 1
      ? selects.join('\nunion\n')
      : `select distinct * from (${selects[0]}) as held`;
  return { text, values };
}
