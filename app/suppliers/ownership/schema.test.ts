import { expect, it } from 'vitest';
import { ownershipInput } from './schema';

const link = {
  id: null,
  ownerId: 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11',
  ownedId: 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a12',
  control: false,
  validFrom: '',
  validTo: '',
  source: 'Annual report',
  sourceUrl: '',
};

it.each([
  ['', null],
  ['0', '0'],
  ['33.333', '33.333'],
  ['100', '100'],
  [' 51 ', '51'],
])('keeps the share %j exactly', (sharePercent, kept) => {
  expect(ownershipInput.parse({ ...link, sharePercent }).sharePercent).toBe(kept);
});

it.each(['-1', '100.001', '101', '33.3333', '51%', 'half', '1e1', '.5'])(
  'refuses the share %j at its field',
  (sharePercent) => {
    const { error } = ownershipInput.safeParse({ ...link, sharePercent });
    expect(error?.issues.map(({ path }) => path)).toContainEqual(['sharePercent']);
  },
);
