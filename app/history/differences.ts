import { formatDate, formatInstant, formatInteger } from '@/app/_lib/format';
import { isIsoDate, utcInstant } from '@/app/_lib/iso-time';
import { uuidPattern } from '@/app/_lib/paging-key';
import { codeWords, fieldWords, isSaid } from './field-words';

/** One field that an event has changed, or that its row held when it came or went; `''` is nothing. */
export interface Difference {
  field: string;
  before: string;
  after: string;
}

/** A row, or the detail of an act, as the history keeps it. */
export type Content = Readonly<Record<string, unknown>> | null;

/** The present name of a record, and the record whose page shows it. */
export interface NamedRecord {
  name: string;
  page: { entity: string; id: string };
}

/** By the ids of the records; ids without a name are shown as they are. */
export type RecordNames = Readonly<Record<string, NamedRecord>>;

/**
 * What an event changed, field by field, in the order of the row; of one that was added or deleted,
 * the fields that hold something.
 */
export function differences(before: Content, after: Content, names: RecordNames): Difference[] {
  const columns = Object.keys({ ...before, ...after }).filter(isSaid);
  return columns.flatMap((column) => {
    const [was, is] = [before?.[column], after?.[column]].map((value) =>
      contentWords(column, value, names),
    ) as [string, string];
    if (was === is) return [];
    return [{ field: fieldWords(column), before: was, after: is }];
  });
}

/** The content that a text of JSON holds. */
export function contentOf(json: string): Content {
  return json === '' ? null : (JSON.parse(json) as Content);
}

/** All ids that the contents refer to, for looking up their names. */
export function referredIds(contents: readonly Content[]): string[] {
  const ids = contents.flatMap((content) =>
    Object.entries(content ?? {}).flatMap(([column, value]) =>
      [value].flat().filter((one) => isReference(column, one)),
    ),
  );
  return [...new Set(ids)];
}

/** The content without what refers to any of these ids. */
export function withoutReferences(content: Content, ids: readonly string[]): Content {
  if (!content) return null;
  return Object.fromEntries(
    Object.entries(content).filter(
      ([column, value]) => !(isReference(column, value) && ids.includes(value)),
    ),
  );
}

function isReference(column: string, value: unknown): value is string {
  return isSaid(column) && typeof value === 'string' && uuidPattern.test(value);
}

function contentWords(column: string, value: unknown, names: RecordNames): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return codeWords(column, String(value)) ?? numberWords(value);
  if (Array.isArray(value)) {
    return value
      .map((item) => contentWords(column, item, names))
      .filter(Boolean)
      .join('; ');
  }
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([key, item]) => [fieldWords(key), contentWords(key, item, names)])
      .filter(([, words]) => words !== '')
      .map(([label, words]) => `${label}: ${words}`)
      .join('; ');
  }
  return textWords(column, String(value), names);
}

function textWords(column: string, text: string, names: RecordNames): string {
  if (uuidPattern.test(text)) return names[text]?.name ?? text;
  // PostgreSQL writes an instant in JSON with its offset.
  if (isIsoDate(text)) return formatDate(text);
  const instant = /^\d{4}-\d{2}-\d{2}T/.test(text) ? utcInstant(text) : undefined;
  return instant ? formatInstant(instant) : (codeWords(column, text) ?? text);
}

function numberWords(value: number): string {
  return Number.isInteger(value) ? formatInteger(value) : String(value);
}
