import { expectedTime } from './filter-values';
import { isIsoDate, utcInstant } from './iso-time';
import type { QueryProblem } from './table-query';

export type AskedMoment =
  | { readonly ok: true; readonly asOf: string | undefined }
  | { readonly ok: false; readonly problems: readonly QueryProblem[] };

/**
 * The moment that the address of a record asks for: a date, which is the state at its end in UTC, or
 * an instant in UTC; undefined is now. A moment that cannot be understood is a problem, since the
 * present in its place would be taken for the past.
 */
export function askedMoment(params: URLSearchParams): AskedMoment {
  const [text, second] = params.getAll('asOf');
  if (text === undefined) return { ok: true, asOf: undefined };
  const asOf = isIsoDate(text) ? text : utcInstant(text);
  if (asOf !== undefined && second === undefined) return { ok: true, asOf };
  const reason = second === undefined ? expectedTime : 'This can be given only once.';
  const value = (second ?? text).slice(0, 100).toWellFormed();
  return { ok: false, problems: [{ parameter: 'asOf', value, reason }] };
}

/** The address, as at the moment. */
export function hrefAsOf(href: string, asOf: string | undefined): string {
  if (!asOf) return href;
  const [address = '', fragment] = href.split('#');
  const moment = `asOf=${encodeURIComponent(asOf).replaceAll('%3A', ':')}`;
  const separator = address.includes('?') ? '&' : '?';
  return `${address}${separator}${moment}${fragment === undefined ? '' : `#${fragment}`}`;
}
