import { describe, expect, test } from 'vitest';
import { hrefWithout } from './problem-hrefs';

const reason = 'Expected something else.';

describe('the address without what a problem names', () => {
  test('loses only the value named', () => {
    const params = new URLSearchParams('country=RU&country=XX&q=anti');
    expect(hrefWithout('/list', params, { parameter: 'country', value: 'XX', reason })).toBe(
      '/list?country=RU&q=anti',
    );
  });

  test('loses the whole parameter when no value is named', () => {
    const params = new URLSearchParams('country=RU&country=BY&q=anti');
    expect(hrefWithout('/list', params, { parameter: 'country', value: '', reason })).toBe(
      '/list?q=anti',
    );
  });

  test('loses a value that was cut for showing', () => {
    const params = new URLSearchParams({ q: 'a'.repeat(300), sort: 'name' });
    const value = `${'a'.repeat(99)}…`;
    expect(hrefWithout('/list', params, { parameter: 'q', value, reason })).toBe('/list?sort=name');
  });

  test('is the bare path when nothing is left', () => {
    const params = new URLSearchParams('asOf=yesterday');
    expect(hrefWithout('/list', params, { parameter: 'asOf', value: 'yesterday', reason })).toBe(
      '/list',
    );
  });
});
