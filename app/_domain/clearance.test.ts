import { expect, test } from 'vitest';
import { ceilingLabel, clearanceCeiling, clearances, takesTwo } from './clearance';

const until = (clearance: (typeof clearances)[number], day?: string) => ({
  clearance,
  clearanceExpiresOn: day ? new Date(day) : null,
});

test('each clearance lets see as much as the one before it, or more', () => {
  const ceilings = clearances.map(clearanceCeiling);
  expect(ceilings).toEqual([...ceilings].sort());
  expect(ceilings.map(ceilingLabel)).toEqual([
    'Nothing classified',
    'OFFICIAL',
    'OFFICIAL',
    'SECRET',
    'TOP SECRET',
  ]);
});

test.each([
  ['none', 'CTC', false],
  ['none', 'SC', true],
  ['CTC', 'SC', true],
  ['SC', 'DV', true],
  ['SC', 'SC', false],
  ['DV', 'SC', false],
  ['DV', 'none', false],
] as const)('from %s to %s takes two administrators: %s', (held, wanted, expected) => {
  expect(takesTwo(until(held), until(wanted))).toBe(expected);
});

test('a longer SC takes two as well, a shorter one does not', () => {
  const [sooner, later] = [until('SC', '2027-01-01'), until('SC', '2028-01-01')];
  expect(takesTwo(sooner, later)).toBe(true);
  expect(takesTwo(sooner, until('SC'))).toBe(true);
  expect(takesTwo(later, sooner)).toBe(false);
  expect(takesTwo(until('SC'), later)).toBe(false);
  expect(takesTwo(until('CTC', '2027-01-01'), until('CTC'))).toBe(false);
});
