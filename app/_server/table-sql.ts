import { escapeIdentifier } from 'pg';
import { instantText } from '@/app/_lib/instant-sql';
import type { PagingKey } from '@/app/_lib/paging-key';
import {
  type ColumnDefinition,
  type ColumnKind,
  columnNamed,
  type TableDefinition,
} from '@/app/_lib/table-definition';
import { type Paging, pagingKeyKinds, type TableQuery } from '@/app/_lib/table-query';
import {
  type Bind,
  columnSql,
  fromSource,
  parameters,
  queryCondition,
  type Statement,
  sqlTypes,
} from './table-conditions';

/*
 * The SQL of a table's page and of its keys. Counts are in table-count-sql, the CSV in
 * table-csv-sql; all take their rows from the one condition of table-conditions and their order
 * from here. Every statement wants a connection whose DateStyle is ISO.
 */

/**
 * A row as a page shows it, by column name: text, and dates and instants in ISO form, `''` where
 * missing; integers as numbers, null where missing. The key and the row fields are text.
 */
export type TableRow = Readonly<Record<string, string | number | null>>;

/** A row as the page's statement gives it, with the place of the row in the table's order. */
export type PageRow = TableRow & { readonly paging_key: PagingKey };

export interface TablePage {
  readonly rows: readonly TableRow[];
  /** Undefined on the last page. */
  readonly next: Paging | undefined;
  /** Undefined on the first page. */
  readonly previous: Paging | undefined;
}

/**
 * Rows of one page, in the order in which they are met when going from the query's place in its
 * direction, and one more if there is any: `pageOf` makes the page of them. Every column is given,
 * shown or not.
 */
export function pageStatement(definition: TableDefinition, query: TableQuery): Statement {
  const { bind, values } = parameters();
  const { paging } = query;
  const condition = queryCondition(definition, query, bind);
  const place = paging ? ` and ${beyond(definition, query, paging, bind)}` : '';
  const order = orderBy(definition, query, paging?.direction);
  // Cells are formatted outside, so that this is done for one page and not for every match.
  const text = `select ${pageCells(definition).join(', ')}, array[${keyParts(definition, query).join(', ')}] as paging_key
from (select entry.* ${fromSource(definition, query, bind)} where ${condition}${place} ${order} limit ${definition.pageSize + 1}) as entry
${order}`;
  return { text, values };
}

/** The page, in the table's order, that the rows of `pageStatement` make. */
export function pageOf(
  definition: TableDefinition,
  query: TableQuery,
  found: readonly PageRow[],
): TablePage {
  const met = found.slice(0, definition.pageSize);
  const isMore = found.length > met.length;
  const isBackwards = query.paging?.direction === 'before';
  const listed = isBackwards ? met.toReversed() : met;
  const first = listed.at(0)?.paging_key ?? query.paging?.key;
  const last = listed.at(-1)?.paging_key ?? query.paging?.key;
  // Where one came from there is a page, so only the way ahead has to be looked at.
  const hasNext = isBackwards || isMore;
  const hasPrevious = isBackwards ? isMore : query.paging !== undefined;
  return {
    rows: listed.map(({ paging_key: _, ...row }) => row),
    next: hasNext && last ? { direction: 'after', key: last } : undefined,
    previous: hasPrevious && first ? { direction: 'before', key: first } : undefined,
  };
}

/**
 * Keys of all rows that match, as `key`, on every page, in the order of the keys: whoever locks
 * rows in that order meets no deadlock. At most `limit` of them.
 */
export function keysStatement(
  definition: TableDefinition,
  query: TableQuery,
  limit: number,
): Statement {
  const { bind, values } = parameters();
  const condition = queryCondition(definition, query, bind);
  const key = keySql(definition);
  const text = `select ${key}::text as key ${fromSource(definition, query, bind)} where ${condition} order by ${key} limit ${bind(limit, 'bigint')}`;
  return { text, values };
}

/**
 * ORDER BY of the query. The key comes last and breaks ties, in the direction of the column before
 * it, so that one index on both serves both directions.
 */
export function orderBy(
  definition: TableDefinition,
  query: TableQuery,
  direction: Paging['direction'] = 'after',
): string {
  const terms = orderTerms(definition, query).map(({ sql, isDescending }) => {
    return isDescending === (direction === 'after') ? `${sql} desc` : sql;
  });
  return `order by ${terms.join(', ')}`;
}

interface OrderTerm {
  readonly sql: string;
  readonly kind: ColumnKind;
  readonly isDescending: boolean;
}

function orderTerms(definition: TableDefinition, query: TableQuery): OrderTerm[] {
  const kinds = pagingKeyKinds(definition, query.sort);
  const expressions = query.sort.map((term) => columnSql(columnNamed(definition, term.column)));
  return [...expressions, keySql(definition)].map((sql, index) => ({
    sql,
    kind: kinds[index] ?? 'uuid',
    isDescending: (query.sort[index] ?? query.sort.at(-1))?.direction === 'descending',
  }));
}

function keySql(definition: TableDefinition): string {
  return columnSql({ name: definition.key });
}

/** The condition for rows beyond the place, seen in the direction of the paging. */
function beyond(
  definition: TableDefinition,
  query: TableQuery,
  paging: Paging,
  bind: Bind,
): string {
  const terms = orderTerms(definition, query).map((term, index) => ({
    sql: term.sql,
    operator: term.isDescending === (paging.direction === 'after') ? '<' : '>',
    value: bind(paging.key[index] ?? '', sqlTypes[term.kind]),
  }));
  const [first, ...others] = terms;
  if (!first) throw new RangeError('A place needs at least the key.');
  if (others.every((term) => term.operator === first.operator)) {
    const columns = terms.map((term) => term.sql).join(', ');
    return `(${columns}) ${first.operator} (${terms.map((term) => term.value).join(', ')})`;
  }
  const condition = terms.reduceRight((rest, { sql, operator, value }) => {
    const further = `${sql} ${operator} ${value}`;
    return rest ? `(${further} or (${sql} = ${value} and ${rest}))` : further;
  }, '');
  // Says nothing new, but an index scan can begin at it.
  return `${first.sql} ${first.operator}= ${first.value} and ${condition}`;
}

function pageCells(definition: TableDefinition): string[] {
  const fields = [definition.key, ...(definition.rowFields ?? [])]
    .filter((name) => !definition.columns.some((column) => column.name === name))
    .map((name) => `${columnSql({ name })}::text as ${escapeIdentifier(name)}`);
  const cells = definition.columns.map(
    (column) => `${pageCell(column)} as ${escapeIdentifier(column.name)}`,
  );
  return [...cells, ...fields];
}

function pageCell(column: ColumnDefinition): string {
  const sql = columnSql(column);
  switch (column.kind) {
    case 'text':
    case 'code':
    case 'uuid':
      return `${sql}::text`;
    case 'integer':
      // As float8, since pg hands a bigint over as text.
      return `${presentInteger(column)}::float8`;
    case 'date':
      return `case when isfinite(${sql}) then ${sql}::text else '' end`;
    case 'instant':
      return `case when isfinite(${sql}) then ${instantText(sql)} else '' end`;
  }
}

/** The integer, or SQL's null where the source says that it is missing. */
export function presentInteger(column: ColumnDefinition): string {
  const sql = columnSql(column);
  return column.missing === undefined ? sql : `nullif(${sql}, ${column.missing})`;
}

/** The row's place in the query's order, as text that its paging key carries. */
function keyParts(definition: TableDefinition, query: TableQuery): string[] {
  return orderTerms(definition, query).map(({ sql, kind }) =>
    kind === 'instant'
      ? `case when isfinite(${sql}) then ${instantText(sql)} else ${sql}::text end`
      : `${sql}::text`,
  );
}
