import { escapeIdentifier, escapeLiteral } from 'pg';
import { asOfInstant, startInstant } from '@/app/_lib/iso-time';
import type {
  AnyOfFilter,
  ColumnDefinition,
  ColumnKind,
  RowFilter,
  TableDefinition,
} from '@/app/_lib/table-definition';
import type { TableQuery } from '@/app/_lib/table-query';

/** SQL with the values of its parameters, as `pg` takes it. */
export interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

/** Puts a value into SQL, as a value of the SQL type named, and gives the expression for it. */
export type Bind = (value: string | number | readonly string[], type: string) => string;

/** Binds values as numbered parameters, collected in `values`. */
export function parameters(): { bind: Bind; values: unknown[] } {
  const values: unknown[] = [];
  const bind: Bind = (value, type) => `$${values.push(value)}::${type}`;
  return { bind, values };
}

/** Binds values as quoted literals, for COPY, which takes no parameters. */
export const literal: Bind = (value, type) => {
  if (typeof value === 'string') return `${escapeLiteral(value)}::${type}`;
  if (typeof value === 'number') return `${escapeLiteral(String(value))}::${type}`;
  return `array[${value.map(escapeLiteral).join(', ')}]::${type}`;
};

export const sqlTypes: Readonly<Record<ColumnKind, string>> = {
  text: 'text',
  code: 'text',
  uuid: 'uuid',
  integer: 'bigint',
  date: 'date',
  instant: 'timestamptz',
};

/** The relation under the name by which `columnSql` refers to it. */
export function fromSource({ source }: TableDefinition, query: TableQuery, bind: Bind): string {
  if (typeof source === 'string') return `from ${source} as entry`;
  const moment = (name: string) => {
    const [asked] = query.filters[name] ?? [];
    return bind(asked === undefined ? 'infinity' : asOfInstant(asked), 'timestamptz');
  };
  return `from (${source(moment)}) as entry`;
}

/**
 * The column's expression. A plain column is qualified: a bare name in ORDER BY would mean the
 * select list's column of that name, which is the formatted cell.
 */
export function columnSql(column: Pick<ColumnDefinition, 'name' | 'sql'>): string {
  const sql = column.sql ?? column.name;
  return /^[a-z_][a-z0-9_]*$/.test(sql) ? `entry.${escapeIdentifier(sql)}` : `(${sql})`;
}

/** The condition for all that the query filters by, its moment included; paging apart. */
export function queryCondition(definition: TableDefinition, query: TableQuery, bind: Bind): string {
  return allOf([
    ...scopeConditions(definition, query, bind),
    ...activeFilters(definition, query).map((filter) => filterCondition(filter, query, bind)),
  ]);
}

/** The conditions that no filter stands for: the moment and the text search. */
export function scopeConditions(
  definition: TableDefinition,
  query: TableQuery,
  bind: Bind,
): string[] {
  const moment = definition.versioned ? boundMoment(query, bind) : undefined;
  const conditions = definition.versioned ? [heldThen(moment)] : [];
  if (definition.search && query.search) {
    conditions.push(definition.search.sql(bind(query.search, 'text'), moment));
  }
  return conditions;
}

/** The query's moment of the past; undefined for the present. */
export function boundMoment({ asOf }: TableQuery, bind: Bind): string | undefined {
  return asOf ? bind(asOfInstant(asOf), 'timestamptz') : undefined;
}

/** The condition, over `valid_from` and `valid_to`, for versions that held at the moment. */
export function heldThen(moment: string | undefined): string {
  return moment ? `valid_from <= ${moment} and valid_to > ${moment}` : "valid_to = 'infinity'";
}

/** The query of (key, value) of a filter of which a row has any number of values. */
export function relatedSql(
  related: NonNullable<AnyOfFilter['related']>,
  query: TableQuery,
  bind: Bind,
): string {
  return `(${related(heldThen(boundMoment(query, bind)))}) as related`;
}

/** The filters in use by which rows are chosen. */
export function activeFilters(definition: TableDefinition, query: TableQuery): RowFilter[] {
  return definition.filters.filter(
    (filter): filter is RowFilter =>
      filter.kind !== 'moment' && (query.filters[filter.name]?.length ?? 0) > 0,
  );
}

/**
 * The condition of one filter that the query uses. Only operators that are leak-proof, since under
 * row-level security PostgreSQL uses an index for no others.
 */
export function filterCondition(filter: RowFilter, query: TableQuery, bind: Bind): string {
  const values = query.filters[filter.name] ?? [];
  const [value = ''] = values;
  switch (filter.kind) {
    case 'anyOf': {
      const { none } = filter;
      const stored = values.map((code) => (code === 'none' && none !== undefined ? none : code));
      if (filter.related) {
        const pairs = relatedSql(filter.related, query, bind);
        return `${filter.sql} in (select key from ${pairs} where value = any(${bind(stored, 'text[]')}))`;
      }
      return `${filter.sql} = any(${bind(stored, `${filter.sqlType ?? 'text'}[]`)})`;
    }
    case 'atLeast': {
      const rank = filter.ranks[value];
      if (rank === undefined) throw new RangeError(`${filter.name} has no rank ${value}.`);
      return `${filter.sql} >= ${bind(rank, 'smallint')}`;
    }
    case 'before':
      return `${filter.sql} < ${moment(filter.columnKind, value, bind)}`;
    case 'after':
      return `${filter.sql} >= ${moment(filter.columnKind, value, bind)} and ${filter.sql} < 'infinity'`;
    case 'flag':
      return `(${filter.sql})`;
  }
}

function moment(columnKind: 'date' | 'instant' | undefined, value: string, bind: Bind): string {
  return columnKind === 'instant' ? bind(startInstant(value), 'timestamptz') : bind(value, 'date');
}

export function allOf(conditions: readonly string[]): string {
  return conditions.length > 0 ? conditions.join(' and ') : 'true';
}
