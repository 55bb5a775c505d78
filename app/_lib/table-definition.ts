/** What a cell holds. A `code` is a stable English word of a closed list; `text` is free. */
export type ColumnKind = 'text' | 'code' | 'uuid' | 'integer' | 'date' | 'instant';

/** Words for codes: a table of them, or a function where the list is open. */
export type Labels = Readonly<Record<string, string>> | ((value: string) => string);

/**
 * One column of a table: on the page, in the URL and in the CSV.
 *
 * In the source it is never null: missing text is `''`, a missing date or instant `'infinity'`, and
 * a missing integer the number `missing`, since paging by key compares every row. All are shown and
 * exported as empty.
 */
export interface ColumnDefinition {
  /** Name in the URL and in the CSV's header line, in snake case. */
  readonly name: string;
  readonly label: string;
  readonly kind: ColumnKind;
  /** One sentence for column choosers and for the metadata beside an export. */
  readonly description: string;
  /** SQL over unqualified columns of the source; the column's own name when left out. */
  readonly sql?: string;
  /** Default true. */
  readonly sortable?: boolean;
  /** Short name in `sort=`, such as `due` for `due_on`; the full name is understood as well. */
  readonly sortName?: string;
  readonly labels?: Labels;
  /** Integer that stands for a missing one in the source, such as `-1`. */
  readonly missing?: number;
  /** What an integer counts, where that is classified. */
  readonly countOf?: CountedRows;
}

/**
 * How each row of a relation is classified, as SQL over its unqualified columns: the rank, the text
 * of the markings, and the organisation, null where it belongs to none.
 */
export interface RowClassification {
  readonly rank: string;
  /** Rank of a row of the past, where that is another: the higher of then and now. */
  readonly pastRank?: string;
  readonly marking: string;
  readonly organisation: string;
}

/** Classified rows of another relation, counted for the row whose key their column `key` holds. */
export interface CountedRows extends RowClassification {
  readonly source: string;
  readonly key: string;
}

interface FilterCommon {
  /** Name of the URL parameter, such as `country` or `due.before`. */
  readonly name: string;
  readonly label: string;
  /** SQL over unqualified columns of the source. */
  readonly sql: string;
}

/**
 * The column equals any of the values given. What counts as a value is said by `values`, by
 * `pattern` (matched against the whole value) or by `accepts`; with none of them, any text is.
 */
export interface AnyOfFilter extends FilterCommon {
  readonly kind: 'anyOf';
  /** Type of the column, so that its index serves the comparison. Default `text`. */
  readonly sqlType?: 'text' | 'uuid' | 'bigint';
  readonly values?: readonly string[];
  readonly pattern?: RegExp;
  readonly accepts?: (value: string) => boolean;
  /** Ends the sentence "Expected …" of a refusal, such as `a two-letter country code or none`. */
  readonly expected?: string;
  /** What the column holds where the URL says `none`, usually `''`. Without it `none` is no value. */
  readonly none?: string;
  readonly labels?: Labels;
  /** Whether rows are counted per value. A column belongs to one counted filter at most. */
  readonly facet: boolean;
  /**
   * Where a row has any number of values: a query of (key, value), `sql` being the column of the key.
   * It is given the condition, over `valid_from` and `valid_to`, for what held at the query's moment.
   */
  readonly related?: (heldThen: string) => string;
  /** The same from a column of the row, for counting the present: `values` gives the SQL of a set. */
  readonly listed?: { readonly sql: string; readonly values: (sql: string) => string };
  /** It cannot be asked of the past: together with `asOf` it is a problem of the URL. */
  readonly presentOnly?: boolean;
}

/** The column, a rank, is that of the word given or higher. */
export interface AtLeastFilter extends FilterCommon {
  readonly kind: 'atLeast';
  readonly ranks: Readonly<Record<string, number>>;
}

/**
 * A half-open range, so that `before` and `after` the same day share no row and miss none:
 * `before` is earlier than the day begins, `after` is from its beginning on. A missing date is in
 * neither. On a `date` column the value is a date; on an `instant` column, whose days are UTC's, it
 * may be a time too.
 */
export interface DateFilter extends FilterCommon {
  readonly kind: 'before' | 'after';
  /** Default `date`. */
  readonly columnKind?: 'date' | 'instant';
}

/** The SQL, a condition, holds. Its one value in the URL is `true`. */
export interface FlagFilter extends FilterCommon {
  readonly kind: 'flag';
}

/**
 * A moment that the source of the rows asks for: a date, which is the state at its end in UTC, or an
 * instant. It narrows nothing, so it stays when filters are taken away.
 */
export interface MomentFilter extends Omit<FilterCommon, 'sql'> {
  readonly kind: 'moment';
  readonly sql?: undefined;
  /** Without it there are no rows to speak of: its absence is a problem of the URL. */
  readonly required: boolean;
}

export type FilterDefinition = AnyOfFilter | AtLeastFilter | DateFilter | FlagFilter | MomentFilter;

/** A filter by which rows are chosen. */
export type RowFilter = Exclude<FilterDefinition, MomentFilter>;

export interface SortTerm {
  /** Full name of a column. */
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

/**
 * A relation of counts per combination of `columns`, over the current rows of a table. It answers
 * totals and facets as long as every filter in use is over one of its columns.
 */
export interface CountSource {
  readonly source: string;
  /** The `sql` of the filters that it can answer. */
  readonly columns: readonly string[];
  /** Column that holds the number of rows. */
  readonly count: string;
}

/** A table that people filter, sort, page through and export, all by one URL language. */
export interface TableDefinition {
  readonly name: string;
  /** Address of its page, such as `/register`. */
  readonly path: string;
  /**
   * SQL relation that holds the rows. Where it depends on moments it is given each by the name of its
   * filter, as the SQL of an instant, which is infinity for the present.
   */
  readonly source: string | ((moment: (name: string) => string) => string);
  /** Column of the source that is unique among the rows of one moment. */
  readonly key: string;
  /** Default `uuid`. */
  readonly keyKind?: 'uuid' | 'integer';
  /** Of a table whose rows are classified: a page or file with them, or counts of them, is marked so. */
  readonly classification?: RowClassification;
  /** In the order of the CSV. */
  readonly columns: readonly ColumnDefinition[];
  /** Names of the columns on the page before anybody chooses, in order. */
  readonly shownColumns: readonly string[];
  /** Columns of the source that a page needs for its links, neither shown nor exported. */
  readonly rowFields?: readonly string[];
  readonly filters: readonly FilterDefinition[];
  /**
   * Text search: a condition, given the SQL of the text and, in the past, that of the moment, such
   * as `id in (select find($1))`.
   */
  readonly search?: {
    readonly label: string;
    readonly sql: (text: string, moment?: string) => string;
  };
  readonly defaultSort: readonly SortTerm[];
  readonly pageSize: number;
  /** The source holds versions by `valid_from` and `valid_to`, so that `asOf` can be asked. */
  readonly versioned?: boolean;
  /** Smallest first: the first that can answer is used. */
  readonly counts?: readonly CountSource[];
}

/** The column of that name. @throws RangeError when there is none. */
export function columnNamed(definition: TableDefinition, name: string): ColumnDefinition {
  const column = definition.columns.find((candidate) => candidate.name === name);
  if (!column) throw new RangeError(`The table ${definition.name} has no column ${name}.`);
  return column;
}

/** The words for a value, or the value itself where none are defined. */
export function valueLabel(labels: Labels | undefined, value: string): string {
  if (typeof labels === 'function') return labels(value);
  return labels && Object.hasOwn(labels, value) ? (labels[value] ?? value) : value;
}
