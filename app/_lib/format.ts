import { isIsoDate, utcInstant } from './iso-time';

/*
 * British forms, written out by hand: Intl's differ between the server's and the browser's version
 * of its data ("Sep", "Sept"), and then the two render different pages.
 */
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-12-01` as `1 Dec 2026`; empty stays empty. @throws RangeError when it is no date. */
export function formatDate(date: string): string {
  if (date === '') return '';
  if (!isIsoDate(date)) throw new RangeError(`“${date}” is not a date.`);
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${months[Number(month) - 1]} ${year}`;
}

/**
 * An instant to the minute in UTC, such as `1 Dec 2026, 14:05 UTC`; empty stays empty.
 * @throws RangeError when it is no ISO 8601 time with a zone.
 */
export function formatInstant(instant: string | Date): string {
  if (instant === '') return '';
  const utc = utcInstant(typeof instant === 'string' ? instant : instant.toISOString());
  if (!utc) throw new RangeError(`“${instant}” is not a time.`);
  return `${formatDate(utc.slice(0, 10))}, ${utc.slice(11, 16)} UTC`;
}

/** A whole number with a comma between thousands, such as `1,234,567`. */
export function formatInteger(value: number): string {
  return value.toFixed(0).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
