import { expect, test } from 'vitest';
import { clearanceOfRank, clearanceRank, clearances } from './clearance';

test('each clearance is found again by its rank', () => {
  expect(clearances.map(clearanceRank).map(clearanceOfRank)).toEqual([...clearances]);
});

test('nothing classified ranks below OFFICIAL', () => {
  expect(clearanceRank('none')).toBeLessThan(clearanceRank('OFFICIAL'));
});

test('a rank without a clearance is a mistake', () => {
  expect(() => clearanceOfRank(4)).toThrow(RangeError);
});
