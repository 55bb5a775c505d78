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
  const counts = countSource(definition, query, active);
  if (!counts) {
    const condition = queryCondition(definition, query, bind);
    const text = `select count(*)::integer as total ${fromSource(definition, query, bind)} where ${condition}`;
    return { text, values };
  }
  const condition = allOf(active.map((filter) => filterCondition(filter, query, bind)));
  const text = `select coalesce(sum(${escapeIdentifier(counts.count)}), 0)::integer as total from ${countsThen(definition, query, counts, bind)} where ${condition}`;
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
  const facets = definition.filters.filter(
    (filter): filter is AnyOfFilter => filter.kind === 'anyOf' && filter.facet,
  );
  if (facets.length === 0) return undefined;
  const { bind, values } = parameters();
  const bySource = Map.groupBy(facets.filter(isFacet), (facet) => {
    const others = activeFilters(definition, query).filter((filter) => filter !== facet);
    return countSource(definition, query, [facet, ...others]);
  });
  const counted = [...bySource].map(([counts, together], index) =>
    facetsOver(definition, query, { facets: together, counts, base: `base_${index}` }, bind),
  );
  const selects = [
    ...facets.filter(isRelated).map((facet) => facetOverRelated(definition, facet, query, bind)),
    ...counted.flatMap((one) => one.selects),
  ];
  const searched = counted.flatMap((one) => one.searched ?? []).join(',\n');
  const text = `${searched && `with ${searched}\n`}select facet, value, count from (
${selects.join('\nunion all\n')}
) as counted
where value <> '' and count > 0
order by facet, count desc, value`;
  return { text, values };
}

/** The first relation of counts that knows all these columns; countsThen reads it at a moment. */
export function countSource(
  definition: TableDefinition,
  query: TableQuery,
  filters: readonly Pick<RowFilter, 'sql'>[],
): CountSource | undefined {
  if (query.search) return undefined;
  return definition.counts?.find((source) =>
    filters.every((filter) => source.columns.includes(filter.sql)),
  );
}

/**
 * The relation of counts at the query's moment. It knows the present: the past is the same without the
 * rows that came since, and with those that have ended since, so that it costs as much as has changed.
 */
export function countsThen(
  definition: TableDefinition,
  query: TableQuery,
  { source, columns, count }: CountSource,
  bind: Bind,
): string {
  const moment = boundMoment(query, bind);
  if (!moment) return source;
  // What a filter asks of its column begins with the column.
  const names = [...new Set(columns.map((sql) => /^[a-z_]+/.exec(sql)?.[0] ?? sql))];
  const rows = fromSource(definition, query, bind);
  const of = (number: string) => `select ${[...names, number].join(', ')}`;
  return `(${of(escapeIdentifier(count))} from ${source}
union all ${of('-1')} ${rows} where valid_to = 'infinity' and valid_from > ${moment}
union all ${of('1')} ${rows} where valid_to < 'infinity' and ${heldThen(moment)}) as counted_then`;
}

/** Of a filter of which a row has any number of values: each row counts once for each of them. */
function facetOverRelated(
  definition: TableDefinition,
  facet: RelatedFilter,
  query: TableQuery,
  bind: Bind,
): string {
  const active = activeFilters(definition, query).filter((filter) => filter !== facet);
  const { listed } = facet;
  const counts = listed && countSource(definition, query, [listed, ...active]);
  if (counts) {
    const condition = allOf(active.map((filter) => filterCondition(filter, query, bind)));
    return `select ${escapeLiteral(facet.name)} as facet, listed.value, sum(counted.n)::integer as count
from (select ${listed.sql} as list, sum(${escapeIdentifier(counts.count)}) as n from ${countsThen(definition, query, counts, bind)} where ${condition} group by ${listed.sql}) as counted
cross join lateral ${listed.values('counted.list')} as listed(value) group by listed.value`;
  }
  const { [facet.name]: _, ...others } = query.filters;
  const condition = queryCondition(definition, { ...query, filters: others }, bind);
  return `select ${escapeLiteral(facet.name)} as facet, related.value, count(*)::integer as count
from (select entry.${escapeIdentifier(facet.sql)} as key ${fromSource(definition, query, bind)} where ${condition}) as matching
join ${relatedSql(facet.related, query, bind)} on related.key = matching.key group by related.value`;
}

/**
 * Facets that are counted from one relation, of counts or of the rows themselves. Those without a
 * chosen value share one pass over it, as grouping sets; each of the others sees rows of its own.
 */
function facetsOver(
  definition: TableDefinition,
  query: TableQuery,
  {
    facets,
    counts,
    base,
  }: { facets: readonly AnyOfFilter[]; counts: CountSource | undefined; base: string },
  bind: Bind,
): { selects: string[]; searched?: string } {
  const active = activeFilters(definition, query);
  const shared = active.filter((filter) => !isFacet(filter));
  const chosen = active.filter(isFacet);
  // Of each facet that is counted or filtered by, the column under an alias of the filter's name.
  const columns = definition.filters.filter(
    (filter) => isFacet(filter) && (facets.includes(filter) || chosen.includes(filter)),
  );
  const condition = allOf([
    ...(counts ? [] : scopeConditions(definition, query, bind)),
    ...shared.map((filter) => filterCondition(filter, query, bind)),
  ]);
  const list = [
    ...columns.map((filter) => `${filter.sql} as ${escapeIdentifier(filter.name)}`),
    `${counts ? escapeIdentifier(counts.count) : 1} as "rows"`,
  ];
  const source = counts
    ? `from ${countsThen(definition, query, counts, bind)}`
    : fromSource(definition, query, bind);
  const relation = `select ${list.join(', ')} ${source} where ${condition}`;
  // A text search is run once; otherwise the facets' own conditions have to reach the indexes, which
  // they would not through a common table expression under policies with volatile functions.
  const rows = query.search ? base : `(${relation}) as ${base}`;
  const from = (filters: readonly AnyOfFilter[]) => {
    const conditions = filters.map((filter) =>
      filterCondition({ ...filter, sql: escapeIdentifier(filter.name) }, query, bind),
    );
    return `from ${rows} where ${allOf(conditions)}`;
  };
  const own = facets.filter((facet) => chosen.includes(facet));
  const together = facets.filter((facet) => !chosen.includes(facet));
  const selects = own.map((facet) => {
    const column = escapeIdentifier(facet.name);
    return `select ${escapeLiteral(facet.name)} as facet, ${urlValue(facet, column)} as value, sum("rows")::integer as count
${from(chosen.filter((other) => other !== facet))} group by ${column}`;
  });
  if (together.length > 0) {
    const sets = together.map((facet) => `(${escapeIdentifier(facet.name)})`);
    selects.push(`${selectOfSets(together)}
${from(chosen)} group by grouping sets (${sets.join(', ')})`);
  }
  return {
    selects,
    ...(query.search && { searched: `${base} as materialized (\n${relation})` }),
  };
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
  return `select ${facet} as facet, ${choose(urlValue)} as value, sum("rows")::integer as count`;
}

type RelatedFilter = AnyOfFilter & Required<Pick<AnyOfFilter, 'related'>>;

function isRelated(filter: AnyOfFilter): filter is RelatedFilter {
  return filter.related !== undefined;
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
