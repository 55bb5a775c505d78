import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/app/_server/actor';
import { openTestRegister, type TestRegister } from '@/app/_server/register.fixture';
import { apply, rehearse, take, undo } from '../import.fixture';

let register: TestRegister;
let steward: Actor;

beforeAll(async () => {
  register = await openTestRegister();
  steward = await register.person('Steward', ['data_steward']);
});

afterAll(() => register.close());

const inventory = [
  'supplier,country_of_origin,product,product_category,version,organisation,system,classification,marking,installations,owner',
  'Severny Software,RU,Severny Anti-Virus,antivirus,11.2,Harbour Office,Post room,OFFICIAL,SENSITIVE,40,A. Quay',
  'Severny Software,RU,Severny Anti-Virus,antivirus,11.2,Harbour Office,Chart room,SECRET,,12,B. Pier',
  '"Lantern, Inc.",US,Lantern Gate,firewall,3,Harbour Office,Chart room,SECRET,,1,B. Pier',
].join('\n');

describe('an inventory', () => {
  it('is rehearsed without a change, then written as a whole', async () => {
    const rehearsed = await rehearse(steward, inventory);
    expect(rehearsed).toMatchObject({ state: 'rehearsed', problemCount: 0, lineCount: 3, accessRank: 2, problems: [] });
    expect(rehearsed.counts).toMatchObject({
      supplier: { new: 2, changed: 0, unchanged: 0 },
      deployment: { new: 3, changed: 0, unchanged: 0 },
    });
    const before = await register.owner.query('select from supplier');
    expect(before.rowCount).toBe(0);
    const applied = await apply(steward, rehearsed.id);
    expect(applied).toMatchObject({ state: 'applied', message: '' });
    const { rows } = await register.owner.query(
      `select supplier, country_of_origin, origin_facet, origin_source, product, version, system, classification, marking, installations, owner
       from register_entry where valid_to = 'infinity' order by supplier, system`,
    );
    expect(rows).toEqual([
      { supplier: 'Lantern, Inc.', country_of_origin: 'US', origin_facet: 'headquarters', origin_source: 'file.csv', product: 'Lantern Gate', version: '3', system: 'Chart room', classification: 'SECRET', marking: '', installations: 1, owner: 'B. Pier' },
      { supplier: 'Severny Software', country_of_origin: 'RU', origin_facet: 'headquarters', origin_source: 'file.csv', product: 'Severny Anti-Virus', version: '11.2', system: 'Chart room', classification: 'SECRET', marking: '', installations: 12, owner: 'B. Pier' },
      { supplier: 'Severny Software', country_of_origin: 'RU', origin_facet: 'headquarters', origin_source: 'file.csv', product: 'Severny Anti-Virus', version: '11.2', system: 'Post room', classification: 'OFFICIAL', marking: 'SENSITIVE', installations: 40, owner: 'A. Quay' },
    ]);
  });

  it('changes nothing when it comes again', async () => {
    const again = await rehearse(steward, inventory, { name: 'again.csv' });
    expect(again).toMatchObject({ state: 'rehearsed', lineCount: 3, problemCount: 0 });
    for (const counts of Object.values(again.counts)) expect(counts).toMatchObject({ new: 0, changed: 0 });
  });

  it('is undone in one step', async () => {
    const { rows } = await register.owner.query(`select id from import_batch where state = 'applied'`);
    const undone = await undo(steward, rows[0].id);
    expect(undone).toMatchObject({ state: 'undone', message: '' });
    for (const table of ['supplier', 'product', 'system', 'organisation', 'deployment', 'origin_fact', 'origin_headline']) {
      const { rowCount } = await register.owner.query(`select from ${table}`);
      expect([table, rowCount]).toEqual([table, 0]);
    }
    await take(steward, inventory);
  });
});
