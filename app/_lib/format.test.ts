import { describe, expect, it } from 'vitest';
import { formatDate, formatInstant, formatInteger } from './format';

describe('formatDate', () => {
  it('writes the day without a zero and the month as a word', () => {
    expect(formatDate('2026-12-01')).toBe('1 Dec 2026');
    expect(formatDate('2026-09-30')).toBe('30 Sep 2026');
  });

  it('leaves a missing date empty', () => {
    expect(formatDate('')).toBe('');
  });

  it('refuses what is no date', () => {
    expect(() => formatDate('infinity')).toThrow(RangeError);
  });
});

describe('formatInstant', () => {
  it('writes the minute in UTC, whatever zone it was given in', () => {
    expect(formatInstant('2026-12-01T14:05:59.123456Z')).toBe('1 Dec 2026, 14:05 UTC');
    expect(formatInstant('2026-12-01T00:05+01:00')).toBe('30 Nov 2026, 23:05 UTC');
    expect(formatInstant(new Date(Date.UTC(2026, 0, 2, 3, 4)))).toBe('2 Jan 2026, 03:04 UTC');
  });

  it('leaves a missing instant empty', () => {
    expect(formatInstant('')).toBe('');
  });

  it('refuses a time without a zone', () => {
    expect(() => formatInstant('2026-12-01T14:05')).toThrow(RangeError);
  });
});

it.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [290_000, '290,000'],
  [-1_234_567, '-1,234,567'],
])('writes %d as %s', (value, text) => {
  expect(formatInteger(value)).toBe(text);
});
