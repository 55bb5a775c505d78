import { expect, it } from 'vitest';
import { askedMoment, hrefAsOf } from './as-of';

const asked = (address: string) => askedMoment(new URLSearchParams(address));

it('takes a day, or a time with its zone, and nothing else', () => {
  expect(asked('')).toEqual({ ok: true, asOf: undefined });
  expect(asked('asOf=2026-11-01')).toEqual({ ok: true, asOf: '2026-11-01' });
  expect(asked('asOf=2026-11-01T10:00%2B01:00')).toEqual({
    ok: true,
    asOf: '2026-11-01T09:00:00Z',
  });
  for (const wrong of ['asOf=', 'asOf=yesterday', 'asOf=2026-02-30', 'asOf=2026-11-01T10:00']) {
    expect(asked(wrong).ok, wrong).toBe(false);
  }
  expect(asked('asOf=2026-11-01&asOf=2026-11-02').ok).toBe(false);
});

it('keeps the moment beside what an address has already', () => {
  expect(hrefAsOf('/suppliers/1', undefined)).toBe('/suppliers/1');
  expect(hrefAsOf('/suppliers/1', '2026-11-01')).toBe('/suppliers/1?asOf=2026-11-01');
  expect(hrefAsOf('/register?country=RU', '2026-11-01T09:00:00Z')).toBe(
    '/register?country=RU&asOf=2026-11-01T09:00:00Z',
  );
  expect(hrefAsOf('/register/1#advisories', '2026-11-01')).toBe(
    '/register/1?asOf=2026-11-01#advisories',
  );
});
