import { escapeIdentifier, escapeLiteral } from 'pg';
import type {
  AnyOfFilter,
  CountSource,
  FilterDefinition,
  RowFilter,
  TableDefinition,
} from '@/app/_lib/table-definition';
import type { TableQuery } from '@/app/_lib/table-query';
import {
  activeFilters,
  allOf,
  type Bind,
  boundMoment,
  filterCondition,
  fromSource,
  heldThen,
  parameters,
  queryCondition,
  relatedSql,
  type Statement,
  scopeConditions,
} from './table-conditions';

/** How many rows have a value; as the statement gives it. */
export interface FacetCount {
  /** Name of the filter. */
  readonly facet: string;
  /** As in the URL. */
  readonly value: string;
  readonly count: number;
}

/** The number of rows that match, on every page, as `total`. */
export function totalStatement(definition: TableDefinition, query: TableQuery): Statement {
  const { bind, values } = parameters();
  const active = activeFilters(definition, query);
  const counts = countSource(definition, query, active, bind);
  if (!counts) {
    const condition = queryCondition(definition, query, bind);
    const text = `select count(*)::integer as total ${fromSource(definition, query, bind)} where ${condition}`;
    return { text, values };
  }
  const condition = allOf(active.map((filter) => filterCondition(filter, query, bind)));
  const text = `select coalesce(sum(${escapeIdentifier(counts.count)}), 0)::integer as total from ${counts.source} where ${condition}`;
  return { text, values };
}

/**
 * Counts of all facets in one statement, rows of `FacetCount`, the largest first. Each is counted
 * under all filters but its own, so that it says what choosing another of its values would give.
 * Undefined for a table that counts nothing.
 */
export function facetsStatement(
  definition: TableDefinition,
  query: TableQuery,
): Statement | undefined {
  const facets = definition.filters.filter((filter) => filter.kind === 'anyOf' && filter.facet);
  if (facets.length === 0) return undefined;
  const { bind, values } = parameters();
  const counted: string[] = [];
  const overRows: AnyOfFilter[] = [];
  for (const facet of facets as AnyOfFilter[]) {
    if (facet.related) {
      counted.push(facetOverRelated(definition, facet, facet.related, query, bind));
      continue;
    }
    const others = activeFilters(definition, query).filter((filter) => filter !== facet);
    const counts = countSource(definition, query, [facet, ...others], bind);
    if (!counts) overRows.push(facet);
    else counted.push(facetOverCounts(facet, counts, others, query, bind));
  }
  const rows = overRows.length > 0 ? facetsOverRows(definition, query, overRows, bind) : undefined;
  const text = `${rows?.base ?? ''}select facet, value, count from (
${[...counted, ...(rows?.selects ?? [])].join('\nunion all\n')}
) as counted
where value <> '' and count > 0
order by facet, count desc, value`;
  return { text, values };
}

/**
 * The first relation of counts that knows all these columns. It knows the present only: that of the
 * past is the same, without the rows that came since and with those that have ended since. So what it
 * costs goes by what has changed since.
 */
export function countSource(
  definition: TableDefinition,
  query: TableQuery,
  filters: readonly Pick<RowFilter, 'sql'>[],
  bind: Bind,
): CountSource | undefined {
  if (query.search) return undefined;
  const counts = definition.counts?.find((source) =>
    filters.every((filter) => source.columns.includes(filter.sql)),
  );
  // A value that no statement uses has no type, so it is bound only where it is.
  const moment = counts && boundMoment(query, bind);
  if (!counts || !moment) return counts;
  const { columns, count } = counts;
  const relation = fromSource(definition, query, bind);
  const source = [
    `select ${[...columns, escapeIdentifier(count)].join(', ')} from ${counts.source}`,
    `select ${[...columns, '-1'].join(', ')} ${relation} where valid_to = 'infinity' and valid_from > ${moment}`,
    `select ${[...columns, '1'].join(', ')} ${relation} where valid_to < 'infinity' and ${heldThen(moment)}`,
  ].join(' union all ');
  return { columns, count, source: `(${source}) as counted` };
}

function facetOverCounts(
  facet: AnyOfFilter,
  counts: CountSource,
  others: readonly RowFilter[],
  query: TableQuery,
  bind: Bind,
): string {
  const condition = allOf(others.map((filter) => filterCondition(filter, query, bind)));
  return `select ${escapeLiteral(facet.name)} as facet, ${urlValue(facet, facet.sql)} as value, sum(${escapeIdentifier(counts.count)})::integer as count
from ${counts.source} where ${condition} group by ${facet.sql}`;
}

/** Of a filter of which a row has any number of values: each row counts once for each of them. */
function facetOverRelated(
  definition: TableDefinition,
  facet: AnyOfFilter,
  related: NonNullable<AnyOfFilter['related']>,
  query: TableQuery,
  bind: Bind,
): string {
  const { [facet.name]: _, ...others } = query.filters;
  const condition = queryCondition(definition, { ...query, filters: others }, bind);
  return `select ${escapeLiteral(facet.name)} as facet, related.value, count(*)::integer as count
from (select entry.${escapeIdentifier(facet.sql)} as key ${fromSource(definition, query, bind)} where ${condition}) as matching
join ${relatedSql(related, query, bind)} on related.key = matching.key group by related.value`;
}

/**
 * Facets that need the rows themselves. Those without a chosen value share one pass over the rows,
 * as grouping sets; each of the others sees rows of its own.
 */
function facetsOverRows(
  definition: TableDefinition,
  query: TableQuery,
  facets: readonly AnyOfFilter[],
  bind: Bind,
): { base: string; selects: string[] } {
  const active = activeFilters(definition, query);
  const shared = active.filter((filter) => !isFacet(filter));
  const chosen = active.filter(isFacet);
  // Of each facet that is counted or filtered by, the column under an alias of the filter's name.
  const columns = definition.filters.filter(
    (filter) => isFacet(filter) && (facets.includes(filter) || chosen.includes(filter)),
  );
  const condition = allOf([
    ...scopeConditions(definition, query, bind),
    ...shared.map((filter) => filterCondition(filter, query, bind)),
  ]);
  const list = columns.map((filter) => `${filter.sql} as ${escapeIdentifier(filter.name)}`);
  // A text search is run once; otherwise the facets' own conditions have to reach the indexes.
  const base = `with base as ${query.search ? '' : 'not '}materialized (
select ${list.join(', ')} ${fromSource(definition, query, bind)} where ${condition})
`;
  const from = (filters: readonly AnyOfFilter[]) => {
    const conditions = filters.map((filter) =>
      filterCondition({ ...filter, sql: escapeIdentifier(filter.name) }, query, bind),
    );
    return `from base where ${allOf(conditions)}`;
  };
  const own = facets.filter((facet) => chosen.includes(facet));
  const together = facets.filter((facet) => !chosen.includes(facet));
  const selects = own.map((facet) => {
    const column = escapeIdentifier(facet.name);
    return `select ${escapeLiteral(facet.name)} as facet, ${urlValue(facet, column)} as value, count(*)::integer as count
${from(chosen.filter((other) => other !== facet))} group by ${column}`;
  });
  if (together.length > 0) {
    const sets = together.map((facet) => `(${escapeIdentifier(facet.name)})`);
    selects.push(`${selectOfSets(together)}
${from(chosen)} group by grouping sets (${sets.join(', ')})`);
  }
  return { base, selects };
}

function selectOfSets(facets: readonly AnyOfFilter[]): string {
  const choose = (result: (facet: AnyOfFilter, column: string) => string) => {
    const cases = facets.map((facet) => {
      const column = escapeIdentifier(facet.name);
      return `when grouping(${column}) = 0 then ${result(facet, column)}`;
    });
    return `case ${cases.join(' ')} end`;
  };
  const facet = choose(({ name }) => escapeLiteral(name));
  return `select ${facet} as facet, ${choose(urlValue)} as value, count(*)::integer as count`;
}

export function isFacet(filter: FilterDefinition): filter is AnyOfFilter {
  return filter.kind === 'anyOf' && filter.facet && !filter.related;
}

/** The column's value as the URL has it. */
function urlValue(filter: AnyOfFilter, column: string): string {
  const text = `${column}::text`;
  if (filter.none === undefined || filter.none === 'none') return text;
  return `case when ${text} = ${escapeLiteral(filter.none)} then 'none' else ${text} end`;
}
