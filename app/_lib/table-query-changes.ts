import { canonicalValues } from './filter-values';
import type { SortTerm, TableDefinition } from './table-definition';
import { defaultQuery, type Paging, shownColumns, type TableQuery } from './table-query';

/*
 * The queries behind a table's links and controls. A change of what is listed or of its order goes
 * back to the first page, since a place in one list is no place in another.
 */

/** Values of one filter; empty when it is not in use. */
export function filterValues(query: TableQuery, name: string): readonly string[] {
  return query.filters[name] ?? [];
}

/** With exactly these values of one filter; none of them takes the filter away. */
export function withFilter(
  definition: TableDefinition,
  query: TableQuery,
  name: string,
  values: readonly string[],
): TableQuery {
  const filter = definition.filters.find((candidate) => candidate.name === name);
  if (!filter) throw new RangeError(`The table ${definition.name} has no filter ${name}.`);
  const { [name]: _, ...others } = query.filters;
  const filters =
    values.length > 0 ? { ...others, [name]: canonicalValues(filter, values) } : others;
  return withoutPaging({ ...query, filters });
}

/** With the value added to the filter, or taken from it when it is there. */
export function withFilterToggled(
  definition: TableDefinition,
  query: TableQuery,
  name: string,
  value: string,
): TableQuery {
  const present = filterValues(query, name);
  const values = present.includes(value)
    ? present.filter((other) => other !== value)
    : [...present, value];
  return withFilter(definition, query, name, values);
}

/** Without any filter or search; sort, columns and moments stay. */
export function withoutFilters(definition: TableDefinition, query: TableQuery): TableQuery {
  const moments = definition.filters.filter(({ kind }) => kind === 'moment');
  const filters = Object.fromEntries(
    moments.flatMap(({ name }) => {
      const values = query.filters[name];
      return values ? [[name, values]] : [];
    }),
  );
  return withoutPaging({ ...query, filters, search: '' });
}

export function withSearch(query: TableQuery, text: string): TableQuery {
  return withoutPaging({ ...query, search: text.trim() });
}

/**
 * Sorted by the column: ascending, then descending, then no longer. Alone, or as a further column
 * behind those that sort already. With none left the table's own sort is back.
 */
export function withSort(
  definition: TableDefinition,
  query: TableQuery,
  column: string,
  mode: 'alone' | 'further' = 'alone',
): TableQuery {
  const direction = following[sortDirection(query, column)];
  const term: SortTerm[] = direction === 'none' ? [] : [{ column, direction }];
  const kept = mode === 'alone' ? [] : query.sort;
  const place = kept.findIndex((present) => present.column === column);
  const sort = place < 0 ? [...kept, ...term] : kept.toSpliced(place, 1, ...term);
  if (sort.length > 0) return withoutPaging({ ...query, sort });
  // Where the table's own sort is this very one, going back to it would change nothing.
  const isStuck = isSameSort(query.sort, definition.defaultSort);
  return withoutPaging({
    ...query,
    sort: isStuck ? [{ column, direction: 'ascending' }] : definition.defaultSort,
  });
}

const following = { none: 'ascending', ascending: 'descending', descending: 'none' } as const;

function isSameSort(a: readonly SortTerm[], b: readonly SortTerm[]): boolean {
  const isSame = (term: SortTerm, index: number) =>
    term.column === b[index]?.column && term.direction === b[index]?.direction;
  return a.length === b.length && a.every(isSame);
}

/** How the column sorts, as `aria-sort` says it. */
export function sortDirection(query: TableQuery, column: string): SortTerm['direction'] | 'none' {
  return query.sort.find((term) => term.column === column)?.direction ?? 'none';
}

/** With these columns in this order; the table's default columns count as no choice. */
export function withColumns(
  definition: TableDefinition,
  query: TableQuery,
  names: readonly string[],
): TableQuery {
  const { columns: _, ...rest } = query;
  const usual = shownColumns(definition, defaultQuery(definition)).map((column) => column.name);
  const isUsual = names.length === usual.length && usual.every((name, i) => name === names[i]);
  return isUsual || names.length === 0 ? rest : { ...rest, columns: names };
}

/** As at a date or an instant in UTC; undefined goes back to the present. */
export function withAsOf(query: TableQuery, asOf: string | undefined): TableQuery {
  const { asOf: _, ...rest } = withoutPaging(query);
  return asOf === undefined ? rest : { ...rest, asOf };
}

export function withPaging(query: TableQuery, paging: Paging): TableQuery {
  return { ...query, paging };
}

export function withoutPaging(query: TableQuery): TableQuery {
  const { paging: _, ...rest } = query;
  return rest;
}
