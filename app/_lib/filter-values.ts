import { isIsoDate, utcInstant } from './iso-time';
import type { AnyOfFilter, FilterDefinition } from './table-definition';

const maximumTextLength = 200;

export const expectedTime =
  'Expected a day such as 2026-12-31, or a time with its zone such as 2026-12-31T14:30Z.';

export type ReadFilterValue = { readonly value: string } | { readonly reason: string };

/** The canonical form of one value in the URL, or a sentence on why it is none of the filter's. */
export function readFilterValue(filter: FilterDefinition, text: string): ReadFilterValue {
  const reason = textProblem(text);
  if (reason) return { reason };
  switch (filter.kind) {
    case 'anyOf':
      return isValue(filter, text) ? { value: text } : { reason: expectation(filter) };
    case 'atLeast':
      if (Object.hasOwn(filter.ranks, text)) return { value: text };
      return { reason: `Expected ${listed(Object.keys(filter.ranks))}.` };
    case 'flag':
      return text === 'true' ? { value: text } : { reason: 'Expected true.' };
    case 'before':
    case 'after':
      return readMoment(filter.columnKind ?? 'date', text);
    case 'moment':
      return readMoment('instant', text);
  }
}

/** Values of one filter without repetition, in the definition's order or else the alphabet's. */
export function canonicalValues(filter: FilterDefinition, values: readonly string[]): string[] {
  const distinct = [...new Set(values)];
  const order = filter.kind === 'anyOf' ? filter.values : undefined;
  if (!order) return distinct.sort();
  const position = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length);
  return distinct.sort((a, b) => position(a) - position(b));
}

/** What is wrong with the text, whatever it is to mean. */
export function textProblem(text: string): string | undefined {
  if (text === '') return 'The value is empty.';
  if (text.includes('\0')) return 'The value holds a NUL character.';
  if (text.length <= maximumTextLength) return undefined;
  return `The value is longer than ${maximumTextLength} characters.`;
}

function readMoment(columnKind: 'date' | 'instant', text: string): ReadFilterValue {
  if (isIsoDate(text)) return { value: text };
  if (columnKind === 'date')
    return { reason: 'Expected a day of the calendar such as 2026-12-31.' };
  const value = utcInstant(text);
  return value === undefined ? { reason: expectedTime } : { value };
}

function isValue(filter: AnyOfFilter, text: string): boolean {
  if (text === 'none' && filter.none !== undefined) return true;
  if (filter.values) return filter.values.includes(text);
  if (filter.pattern) return matchesWhole(filter.pattern, text);
  return filter.accepts ? filter.accepts(text) : true;
}

function matchesWhole(pattern: RegExp, text: string): boolean {
  return new RegExp(`^(?:${pattern.source})$`, pattern.flags.replace(/[gmy]/g, '')).test(text);
}

function expectation(filter: AnyOfFilter): string {
  if (filter.expected) return `Expected ${filter.expected}.`;
  if (!filter.values) return 'This is not a value of the filter.';
  const none = filter.none !== undefined && !filter.values.includes('none') ? ['none'] : [];
  return `Expected ${listed([...filter.values, ...none])}.`;
}

/** Names the values as `a, b or c`. */
function listed(values: readonly string[]): string {
  const last = values.at(-1) ?? '';
  return values.length < 2 ? last : `${values.slice(0, -1).join(', ')} or ${last}`;
}
