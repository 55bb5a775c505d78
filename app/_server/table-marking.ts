import { escapeIdentifier } from 'pg';
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
import { countSource, countsThen, isFacet } from './table-count-sql';

/*
 * What pages and files of a table hold, for their marking. Statements give rows of `HeldRow`, each
 * once, and see what the connection's actor may see.
 */

export interface ClassifiedRow {
  readonly rank: ClassificationRank;
  /** The cell of markings. */
  readonly marking: string;
}

export interface HeldRow extends ClassifiedRow {
  /** The organisation whose rows these are, or null. */
  readonly organisation: string | null;
}

export function classifiedOf({ rank, marking }: ClassifiedRow): Classified {
  return { rank, markings: parseMarkings(marking) };
}

/** All that matches and what its cells count. Undefined where nothing of it is classified. */
export function heldByFile(definition: TableDefinition, query: TableQuery): Statement | undefined {
  const { bind, values } = parameters();
  const { classification } = definition;
  // An order by a number says something of the number.
  const sorting = definition.columns.filter(({ name }) =>
    query.sort.some((term) => term.column === name),
  );
  const keys = () =>
    `select ${columnSql({ name: definition.key })} ${fromSource(definition, query, bind)} where ${queryCondition(definition, query, bind)}`;
  const selects = counts(new Set([...exportedColumns(definition, query), ...sorting])).map(
    (counted) =>
      `select ${heldColumns(counted, counted.rank)} from ${counted.source} as counted where ${counted.key} in (${keys()})`,
  );
  if (classification) {
    const held = [classification.rank, classification.marking, classification.organisation];
    selects.push(classifiedRows(definition, classification, query, held, bind));
  }
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
    (counted) =>
      `select ${heldColumns(counted, counted.rank)} from ${counted.source} as counted where ${counted.key} = any(${bind(keys, keyType)})`,
  );
  const { classification } = definition;
  if (classification) {
    // Whose they are does not matter to a page's marking.
    const anybodys = { ...classification, organisation: 'null::uuid' };
    const held = [classification.rank, classification.marking];
    const counted = countedQueries(definition, query);
    selects.push(...counted.map((one) => classifiedRows(definition, anybodys, one, held, bind)));
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
  held: readonly string[],
  bind: Bind,
): string {
  const { pastRank = classification.rank } = classification;
  const rank = query.asOf ? pastRank : classification.rank;
  const active = activeFilters(definition, query);
  const needed = [...active, ...[rank, ...held].map((sql) => ({ sql }))];
  const counted = countSource(definition, query, needed);
  const from = counted
    ? `from ${countsThen(definition, query, counted, bind)} where ${allOf(active.map((filter) => filterCondition(filter, query, bind)))} group by 1, 2, 3 having sum(${escapeIdentifier(counted.count)}) > 0`
    : `${fromSource(definition, query, bind)} where ${queryCondition(definition, query, bind)}`;
  return `select ${heldColumns(classification, rank)} ${from}`;
}

function heldColumns({ marking, organisation }: RowClassification, rank: string): string {
  return `${rank} as rank, ${marking} as marking, ${organisation} as organisation`;
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
