import { expect, it } from 'vitest';
import { deploymentChange } from './schema';

const deployment = {
  id: 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11',
  version: '',
  status: 'in_use',
  owner: '',
  notes: '',
};

it.each([
  ['', null],
  [' 290000 ', 290_000],
  ['0', 0],
  [12, 12],
])('reads the number of installations %j', (installations, count) => {
  expect(deploymentChange.parse({ ...deployment, installations }).installations).toBe(count);
});

it.each(['-1', '1.5', '1e3', '1,000', 'many', '99999999999', Number.NaN, null])(
  'refuses the number of installations %j at its field',
  (installations) => {
    const { error } = deploymentChange.safeParse({ ...deployment, installations });
    expect(error?.issues.map(({ path }) => path)).toEqual([['installations']]);
  },
);
