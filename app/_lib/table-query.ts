import { canonicalValues, expectedTime, readFilterValue, textProblem } from './filter-values';
import { isIsoDate, utcInstant } from './iso-time';
import { decodePagingKey, encodePagingKey, type PagingKey } from './paging-key';
import {
  type ColumnDefinition,
  type ColumnKind,
  columnNamed,
  type SortTerm,
  type TableDefinition,
} from './table-definition';

/** What a table is asked for, complete and in canonical order, so that equal queries are equal. */
export interface TableQuery {
  /** Values by filter name; a name is there only with at least one value. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Text searched for, trimmed; `''` when nothing is. */
  readonly search: string;
  /** Never empty: the table's own sort unless another is asked for. */
  readonly sort: readonly SortTerm[];
  /** The columns chosen, in order; undefined while nobody chose. */
  readonly columns?: readonly string[];
  /** A date, which is the state at its end in UTC, or an instant in UTC; undefined is now. */
  readonly asOf?: string;
  readonly paging?: Paging;
}

export interface Paging {
  readonly direction: 'after' | 'before';
  readonly key: PagingKey;
}

/** A part of a URL that cannot be understood. It is shown, and answered with HTTP 400. */
export interface QueryProblem {
  readonly parameter: string;
  /** The value as given, cut when long; `''` where the parameter itself is the problem. */
  readonly value: string;
  /** A sentence. */
  readonly reason: string;
}

export type ParsedTableQuery =
  | { readonly ok: true; readonly query: TableQuery }
  | { readonly ok: false; readonly problems: readonly QueryProblem[] };

/** More than there are countries, and what fits in a URL when each is a UUID. */
const maximumValues = 300;
const maximumShownLength = 100;

/** The query of the table's plain address. */
export function defaultQuery(definition: TableDefinition): TableQuery {
  return { filters: {}, search: '', sort: definition.defaultSort };
}

/** Columns of the page: those chosen, else those shown by default. */
export function shownColumns(definition: TableDefinition, query: TableQuery): ColumnDefinition[] {
  return (query.columns ?? definition.shownColumns).map((name) => columnNamed(definition, name));
}

/** Columns of the CSV: those chosen, else every one, in the definition's order. */
export function exportedColumns(
  definition: TableDefinition,
  query: TableQuery,
): readonly ColumnDefinition[] {
  return query.columns ? shownColumns(definition, query) : definition.columns;
}

/** Kinds of a paging key's parts under a sort. */
export function pagingKeyKinds(
  definition: TableDefinition,
  sort: readonly SortTerm[],
): ColumnKind[] {
  const kinds = sort.map((term) => columnNamed(definition, term.column).kind);
  return [...kinds, definition.keyKind ?? 'uuid'];
}

/**
 * The query that the parameters ask for, or everything that is wrong with them. Nothing is dropped
 * or guessed: a filter that went missing would widen an auditor's export.
 */
export function parseTableQuery(
  definition: TableDefinition,
  params: URLSearchParams,
): ParsedTableQuery {
  const problems: QueryProblem[] = [];
  const report = (parameter: string, value: string, reason: string) => {
    problems.push({ parameter: shortened(parameter), value: shortened(value), reason });
    return undefined;
  };
  const reader: Reader = { definition, params, report };

  reportUnknownNames(reader);
  const filters = readFilters(reader);
  const search = readSearch(reader);
  const sort = readSort(reader);
  const columns = readColumns(reader);
  const asOf = readAsOf(reader);
  if (asOf) reportPresentOnly(reader, filters);
  const paging = readPaging(reader, sort);

  if (problems.length > 0 || !sort) return { ok: false, problems };
  return {
    ok: true,
    query: {
      filters,
      search,
      sort,
      ...(columns && { columns }),
      ...(asOf && { asOf }),
      ...(paging && { paging }),
    },
  };
}

/** The parameters of the query, always in the same order, without what is default anyway. */
export function formatTableQuery(definition: TableDefinition, query: TableQuery): URLSearchParams {
  const params = new URLSearchParams();
  for (const filter of definition.filters) {
    for (const value of query.filters[filter.name] ?? []) params.append(filter.name, value);
  }
  if (query.search) params.append('q', query.search);
  const sort = sortText(definition, query.sort);
  if (sort !== sortText(definition, definition.defaultSort)) params.append('sort', sort);
  if (query.columns) params.append('columns', query.columns.join(','));
  if (query.asOf) params.append('asOf', query.asOf);
  if (query.paging) params.append(query.paging.direction, encodePagingKey(query.paging.key));
  return params;
}

/** Address of the query, on the table's own page unless another path is given. */
export function tableHref(
  definition: TableDefinition,
  query: TableQuery,
  path: string = definition.path,
): string {
  // Commas and colons mean nothing special in a query string, and read better in a mailed link.
  const text = formatTableQuery(definition, query)
    .toString()
    .replaceAll('%2C', ',')
    .replaceAll('%3A', ':');
  return text ? `${path}?${text}` : path;
}

/** The parameters as a framework hands them to a page. */
export function searchParamsOf(
  record: Readonly<Record<string, string | readonly string[] | undefined>>,
): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, given] of Object.entries(record)) {
    if (given === undefined) continue;
    for (const value of typeof given === 'string' ? [given] : given) params.append(name, value);
  }
  return params;
}

interface Reader {
  readonly definition: TableDefinition;
  readonly params: URLSearchParams;
  readonly report: (parameter: string, value: string, reason: string) => undefined;
}

function reportUnknownNames({ definition, params, report }: Reader): void {
  const known = new Set(['q', 'sort', 'columns', 'asOf', 'after', 'before']);
  for (const filter of definition.filters) known.add(filter.name);
  for (const name of new Set(params.keys())) {
    if (!known.has(name)) report(name, params.get(name) ?? '', 'There is no filter of this name.');
  }
}

function readFilters(reader: Reader): Record<string, readonly string[]> {
  const filters: Record<string, readonly string[]> = {};
  for (const filter of reader.definition.filters) {
    const given = reader.params.getAll(filter.name);
    if (filter.kind === 'anyOf' && given.length > maximumValues) {
      reader.report(filter.name, '', `At most ${maximumValues} values can be given.`);
      continue;
    }
    const texts = filter.kind === 'anyOf' ? given : [single(reader, filter.name)];
    const values = texts.flatMap((text) => {
      if (text === undefined) return [];
      const read = readFilterValue(filter, text);
      if ('value' in read) return [read.value];
      reader.report(filter.name, text, read.reason);
      return [];
    });
    if (values.length > 0) filters[filter.name] = canonicalValues(filter, values);
    else if (filter.kind === 'moment' && filter.required && given.length === 0) {
      reader.report(filter.name, '', `This is needed. ${expectedTime}`);
    }
  }
  return filters;
}

function readSearch(reader: Reader): string {
  const text = single(reader, 'q')?.trim();
  // An empty field in a form sends an empty q, which asks for nothing.
  if (!text) return '';
  if (!reader.definition.search) {
    reader.report('q', text, 'This table has no text search.');
    return '';
  }
  const reason = textProblem(text);
  if (reason) reader.report('q', text, reason);
  return text;
}

function readSort(reader: Reader): readonly SortTerm[] | undefined {
  const { definition, report } = reader;
  const text = single(reader, 'sort');
  if (text === undefined) return definition.defaultSort;
  const terms: SortTerm[] = [];
  for (const part of text.split(',')) {
    const name = part.replace(/^-/, '');
    const column = definition.columns.find(
      (candidate) => candidate.sortName === name || candidate.name === name,
    );
    if (!column || column.sortable === false) {
      return report('sort', text, `The table cannot be sorted by “${shortened(name)}”.`);
    }
    if (terms.some((term) => term.column === column.name)) {
      return report('sort', text, `“${name}” is named twice.`);
    }
    const direction = part.startsWith('-') ? 'descending' : 'ascending';
    terms.push({ column: column.name, direction });
  }
  return terms;
}

function readColumns(reader: Reader): readonly string[] | undefined {
  const { definition, report } = reader;
  const text = single(reader, 'columns');
  if (text === undefined) return undefined;
  const names = text.split(',');
  const known = new Set(definition.columns.map((column) => column.name));
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined) {
    return report('columns', text, `There is no column “${shortened(unknown)}”.`);
  }
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  return repeated ? report('columns', text, `“${repeated}” is named twice.`) : names;
}

function readAsOf(reader: Reader): string | undefined {
  const text = single(reader, 'asOf');
  if (text === undefined) return undefined;
  if (!reader.definition.versioned) {
    return reader.report('asOf', text, 'This table shows the present only.');
  }
  if (isIsoDate(text)) return text;
  return utcInstant(text) ?? reader.report('asOf', text, expectedTime);
}

function reportPresentOnly(
  { definition, report }: Reader,
  filters: Record<string, readonly string[]>,
): void {
  for (const filter of definition.filters) {
    if (filter.kind !== 'anyOf' || !filter.presentOnly) continue;
    for (const value of filters[filter.name] ?? []) {
      report(
        filter.name,
        value,
        'This filter speaks of the present only, so it cannot go with asOf.',
      );
    }
  }
}

function readPaging(reader: Reader, sort: readonly SortTerm[] | undefined): Paging | undefined {
  const { definition, report } = reader;
  const after = single(reader, 'after');
  const before = single(reader, 'before');
  if (after !== undefined && before !== undefined) {
    return report('before', before, 'A page is either after or before a place, not both.');
  }
  const direction = before === undefined ? 'after' : 'before';
  const text = after ?? before;
  if (text === undefined || !sort) return undefined;
  const key = decodePagingKey(text, pagingKeyKinds(definition, sort));
  return key
    ? { direction, key }
    : report(direction, text, 'This is no place in the table as it is sorted. Begin at its start.');
}

function single({ params, report }: Reader, name: string): string | undefined {
  const [value, second] = params.getAll(name);
  return second === undefined ? value : report(name, second, 'This can be given only once.');
}

function shortened(text: string): string {
  if (text.length <= maximumShownLength) return text;
  return `${text.slice(0, maximumShownLength - 1).toWellFormed()}…`;
}

function sortText(definition: TableDefinition, sort: readonly SortTerm[]): string {
  return sort
    .map((term) => {
      const column = columnNamed(definition, term.column);
      return (term.direction === 'descending' ? '-' : '') + (column.sortName ?? column.name);
    })
    .join(',');
}
