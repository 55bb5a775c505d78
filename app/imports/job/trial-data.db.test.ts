import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/app/_server/actor';
import { openTestRegister, type TestRegister } from '@/app/_server/register.fixture';
import { findMatches, settleMatches } from '../data';
import { apply, change, finish, rehearse } from '../import.fixture';

const folder = join(import.meta.dirname, '../../../../shared/data');

describe.skipIf(!existsSync(folder))('real files', () => {
  let register: TestRegister;
  let steward: Actor;

  beforeAll(async () => {
    register = await openTestRegister();
    steward = await register.person('Steward', ['data_steward']);
  });

  afterAll(() => register.close());

  it('give suppliers whose names hold commas, with countries in words as codes', async () => {
    const file = readFileSync(join(folder, 'hardware-firewall-vendors.csv'));
    const rehearsed = await rehearse(steward, file, { name: 'vendors.csv' });
    expect(rehearsed).toMatchObject({ kind: 'suppliers', lineCount: 17, problems: [] });
    expect(await apply(steward, rehearsed.id)).toMatchObject({ state: 'applied' });
    const { rows } = await register.owner.query<{ name: string; country: string }>(
      `select s.name, h.country from supplier s join origin_headline h on h.subject_id = s.id`,
    );
    expect(Object.fromEntries(rows.map(({ name, country }) => [name, country]))).toMatchObject({
      'Cisco Systems, Inc.': 'US',
      'Deciso B.V. (OPNsense)': 'NL',
      'Sophos Group plc': 'GB',
      'Huawei Technologies Co., Ltd': 'CN',
    });
  });

  it('give products whose suppliers a person matches with those of the register', async () => {
    const file = readFileSync(join(folder, 'kev.csv'));
    const { id, ...rehearsed } = await rehearse(steward, file, { name: 'kev.csv' });
    expect(rehearsed).toMatchObject({ kind: 'products', lineCount: 1404, problems: [] });
    const matches = await findMatches(steward, id);
    expect(matches.map(({ name, candidate }) => [name, candidate])).toContainEqual([
      'Palo Alto Networks',
      'Palo Alto Networks, Inc.',
    ]);
    await expect(apply(steward, id)).rejects.toThrow(/to be settled/);
    const answers = matches.map((match) => ({ matchId: match.id, same: true }));
    await change(steward, (transaction) => settleMatches(transaction, steward, { id, answers }));
    const settled = await finish(steward, id);
    expect(settled.counts.supplier?.new).toBe(
      (rehearsed.counts.supplier?.new ?? 0) - matches.length,
    );
    expect(await apply(steward, id)).toMatchObject({ state: 'applied' });
    const { rows } = await register.owner.query(
      `select s.name from product p join supplier s on s.id = p.supplier_id
       join supplier_alias a on a.supplier_id = s.id where a.name = 'Palo Alto Networks' group by s.name`,
    );
    expect(rows).toEqual([{ name: 'Palo Alto Networks, Inc.' }]);
  });

  it('change nothing when they come again', async () => {
    for (const name of ['hardware-firewall-vendors.csv', 'kev.csv']) {
      const again = await rehearse(steward, readFileSync(join(folder, name)), { name });
      expect(Object.values(again.counts).map((counts) => counts.new + counts.changed)).toSatisfy(
        (numbers: number[]) => numbers.length > 0 && numbers.every((number) => number === 0),
      );
      expect(await findMatches(steward, again.id)).toEqual([]);
    }
  });
});
