import { expect, it } from 'vitest';
import { sampleValues } from './sample';

const form = { encoding: 'utf-8', delimiter: ';', header: ['firm', 'land'] };

it('shows of each column the first values that differ, blank ones left out', () => {
  const text = 'firm;land\nA;GB\nB;GB\n\nC;\nD;FR\n';
  expect(sampleValues(Buffer.from(text), form)).toEqual([
    ['A', 'B', 'C'],
    ['GB', 'FR'],
  ]);
});

it('shortens what is long', () => {
  const [[value = ''] = []] = sampleValues(Buffer.from(`firm;land\n${'x'.repeat(100)};GB\n`), form);
  expect(value).toHaveLength(61);
});
