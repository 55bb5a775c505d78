import { expect, it } from 'vitest';
import { originFactInput } from './schema';

const fact = {
  id: null,
  subject: 'supplier',
  subjectId: 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11',
  facet: 'headquarters',
  country: 'RU',
  source: 'Register of companies',
  sourceUrl: '',
  confidence: 'confirmed',
  validFrom: '',
  validTo: '',
};

it('takes unknown for a statement of its own, and NA for Namibia', () => {
  expect(originFactInput.parse({ ...fact, country: 'unknown' }).country).toBeNull();
  expect(originFactInput.parse({ ...fact, country: 'NA' }).country).toBe('NA');
});

it.each([
  ['country', ''],
  ['country', 'UK'],
  ['country', 'ru'],
  ['country', 'EU'],
  ['source', '  '],
  ['sourceUrl', 'javascript:alert(1)'],
  ['facet', 'birthplace'],
  ['confidence', 'certain'],
  ['validFrom', '2023-02-29'],
])('refuses %s %j at its field', (field, value) => {
  const { error } = originFactInput.safeParse({ ...fact, [field]: value });
  expect(error?.issues.map(({ path }) => path)).toEqual([[field]]);
});
