import fc from 'fast-check';
import { canonicalValues } from './filter-values';
import type { TableDefinition } from './table-definition';
import type { TableQuery } from './table-query';

export interface QueryParts {
  /** By filter name, the values to choose from; of a filter with one value, one is chosen. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly searches: readonly string[];
  readonly asOf: readonly string[];
  /** How many filters a query uses at most; all of them when left out. */
  readonly maximumFilters?: number;
}

/** Canonical queries of a table, without paging. */
export function tableQueries(
  definition: TableDefinition,
  parts: QueryParts,
): fc.Arbitrary<TableQuery> {
  const sortable = definition.columns.filter((column) => column.sortable !== false);
  const sort = fc
    .uniqueArray(fc.constantFrom(...sortable.map((column) => column.name)), { maxLength: 3 })
    .chain((names) =>
      fc.tuple(
        ...names.map((column) =>
          fc.record({
            column: fc.constant(column),
            direction: fc.constantFrom('ascending' as const, 'descending' as const),
          }),
        ),
      ),
    )
    .map((terms) => (terms.length > 0 ? terms : definition.defaultSort));
  const filters = fc
    .uniqueArray(fc.constantFrom(...definition.filters), {
      maxLength: parts.maximumFilters ?? definition.filters.length,
    })
    .chain((chosen) =>
      fc.record(
        Object.fromEntries(
          chosen.map((filter) => {
            const values = fc.uniqueArray(fc.constantFrom(...(parts.filters[filter.name] ?? [])), {
              minLength: 1,
              maxLength: filter.kind === 'anyOf' ? 3 : 1,
            });
            return [filter.name, values.map((some) => canonicalValues(filter, some))];
          }),
        ),
      ),
    );
  const names = definition.columns.map((column) => column.name);
  return fc.record(
    {
      filters,
      search: fc.constantFrom('', ...parts.searches),
      sort,
      columns: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 }),
      asOf: fc.constantFrom(...parts.asOf),
    },
    { requiredKeys: ['filters', 'search', 'sort'] },
  );
}
