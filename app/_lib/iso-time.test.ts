import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asOfInstant, isIsoDate, startInstant, utcInstant } from './iso-time';

describe('isIsoDate', () => {
  it.each(['2026-12-31', '2024-02-29', '0001-01-01', '9999-12-31'])('takes %s', (text) => {
    expect(isIsoDate(text)).toBe(true);
  });

  it.each([
    '2026-02-31',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '0000-01-01',
    '10000-01-01',
    '2026-12-31T00:00Z',
    ' 2026-12-31',
    '',
  ])('refuses “%s”', (text) => {
    expect(isIsoDate(text)).toBe(false);
  });
});

describe('utcInstant', () => {
  it.each([
    ['2026-11-01T10:30Z', '2026-11-01T10:30:00Z'],
    ['2026-11-01T10:30:15Z', '2026-11-01T10:30:15Z'],
    ['2026-11-01T10:30:15.120300Z', '2026-11-01T10:30:15.1203Z'],
    ['2026-11-01T10:30:15.000000Z', '2026-11-01T10:30:15Z'],
    ['2026-11-01T00:30:15.123456+01:00', '2026-10-31T23:30:15.123456Z'],
    ['2026-10-31T23:30-02:00', '2026-11-01T01:30:00Z'],
  ])('reads %s as %s', (text, instant) => {
    expect(utcInstant(text)).toBe(instant);
  });

  it.each([
    '2026-11-01T10:30',
    '2026-11-01',
    '2026-11-01 10:30Z',
    '2026-02-31T10:30Z',
    '2026-11-01T24:00Z',
    '2026-11-01T10:60Z',
    '2026-11-01T10:30:60Z',
    '2026-11-01T10:30:15.1234567Z',
    '2026-11-01T10:30+15:00',
    '0001-01-01T00:00+01:00',
    '9999-12-31T23:59-01:00',
  ])('refuses %s', (text) => {
    expect(utcInstant(text)).toBeUndefined();
  });

  it('names the same millisecond as the time given', () => {
    const date = fc.date({
      min: new Date('0001-01-02T00:00Z'),
      max: new Date('9999-12-30T00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(date, (moment) => {
        const instant = utcInstant(moment.toISOString());
        expect(new Date(instant ?? '').getTime()).toBe(moment.getTime());
      }),
    );
  });
});

it('takes a day as at its last microsecond in UTC, and an instant as it is', () => {
  expect(asOfInstant('2026-11-01')).toBe('2026-11-01T23:59:59.999999Z');
  expect(asOfInstant('2026-11-01T10:30:00Z')).toBe('2026-11-01T10:30:00Z');
});

it('lets a day begin at midnight in UTC', () => {
  expect(startInstant('2026-11-01')).toBe('2026-11-01T00:00:00Z');
  expect(startInstant('2026-11-01T10:30:00Z')).toBe('2026-11-01T10:30:00Z');
});
