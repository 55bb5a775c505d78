import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordInput } from '@/app/_lib/fields';
import type { Actor } from '@/app/_server/actor';
import { readAs } from '@/app/_server/database';
import { mutate } from '@/app/_server/mutate';
import { openTestRegister, type TestRegister } from '@/app/_server/register.fixture';
import { insertAlias } from './aliases/data';
import { aliasInput } from './aliases/schema';
import {
  findSuppliers,
  insertSupplier,
  readSupplier,
  readSupplierDetail,
  removeSupplier,
  updateSupplier,
} from './data';
import { removeOriginFact, writeOriginFact } from './origin-facts/data';
import { originFactInput } from './origin-facts/schema';
import { writeOwnership } from './ownership/data';
import { ownershipInput } from './ownership/schema';
import { supplierChange, supplierInput } from './schema';

let register: TestRegister;
let steward: Actor;
let auditor: Actor;

beforeAll(async () => {
  register = await openTestRegister();
  steward = await register.person('Steward', ['data_steward']);
  auditor = await register.person('Auditor', ['auditor']);
});

afterAll(() => register.close());

const permission = 'record:write';
const blank = { website: '', notes: '', distinctFrom: [] as string[] };

const add = (name: string, distinctFrom: string[] = [], actor = steward) =>
  mutate(
    actor,
    { permission, schema: supplierInput, input: { ...blank, name, distinctFrom } },
    insertSupplier,
  );

/** The id of a new supplier. */
async function supplier(name: string): Promise<string> {
  const outcome = await add(name);
  if (!outcome.ok || outcome.value.kind !== 'saved') throw new Error(`Not saved: ${name}`);
  return outcome.value.id;
}

const fact = (subjectId: string, values: Record<string, unknown> = {}) => ({
  id: null,
  subject: 'supplier',
  subjectId,
  facet: 'headquarters',
  country: 'RU',
  source: 'Register of companies',
  sourceUrl: '',
  confidence: 'confirmed',
  validFrom: '',
  validTo: '',
  ...values,
});

const saveFact = (input: unknown) =>
  mutate(steward, { permission, schema: originFactInput, input }, writeOriginFact);

const saveOwnership = (ownedId: string, ownerId: string, values: Record<string, unknown> = {}) => {
  const input = {
    id: null,
    ownerId,
    ownedId,
    sharePercent: '',
    control: false,
    validFrom: '',
    validTo: '',
    source: 'Annual report',
    sourceUrl: '',
    ...values,
  };
  return mutate(steward, { permission, schema: ownershipInput, input }, writeOwnership);
};

const addAlias = (supplierId: string, name: string) =>
  mutate(steward, { permission, schema: aliasInput, input: { supplierId, name } }, insertAlias);

const remove = (id: string) =>
  mutate(steward, { permission, schema: recordInput, input: { id } }, (transaction) =>
    removeSupplier(transaction, id),
  );

describe('a supplier', () => {
  it.each(['Лаборатория Зимы', '奇安信集团', '=cmd|’/C calc’', 'Ḿ̂ 🦊'])(
    'keeps its name as written: %s',
    async (name) => {
      const id = await supplier(name);
      expect((await readSupplier(steward, id))?.name).toBe(name);
    },
  );

  it('is changed, found by its new name and no longer by the old', async () => {
    const id = await supplier('Alder Computing');
    const input = { ...blank, id, name: 'Birch Machines', notes: 'Renamed' };
    const saved = await mutate(
      steward,
      { permission, schema: supplierChange, input },
      updateSupplier,
    );
    expect(saved).toEqual({ ok: true, value: { kind: 'saved', id } });
    const found = (text: string) =>
      readAs(steward, (transaction) => findSuppliers(transaction, text));
    expect(await found('birch')).toEqual([{ value: id, label: 'Birch Machines' }]);
    expect(await found('alder')).toEqual([]);
    expect(await readSupplier(steward, id)).toMatchObject({ notes: 'Renamed' });
  });

  it('of a similar name is shown before another one is added, and added when told apart', async () => {
    const first = await supplier('Polar Lab');
    const similar = [{ id: first, name: 'Polar Lab', alias: '' }];
    expect(await add('AO Polar Lab')).toEqual({
      ok: true,
      value: { kind: 'similar', suppliers: similar },
    });
    expect(await add('AO Polar Lab', [first])).toMatchObject({ value: { kind: 'saved' } });
  });

  it('resembles by an alias too, but never itself', async () => {
    const id = await supplier('Gorge Software');
    await addAlias(id, 'Ravine Networks GmbH');
    expect(await add('Ravine Networks')).toMatchObject({
      value: { suppliers: [{ id, alias: 'Ravine Networks GmbH' }] },
    });
    const input = { ...blank, id, name: 'Gorge Software Ltd' };
    expect(
      await mutate(steward, { permission, schema: supplierChange, input }, updateSupplier),
    ).toMatchObject({ value: { kind: 'saved' } });
  });

  it('resembles by its plain name where SQL wrote it without a key', async () => {
    await register.owner.query(`insert into supplier (name) values ('AO Tundra Lab')`);
    expect(await add('Tundra Lab')).toMatchObject({
      value: { suppliers: [{ name: 'AO Tundra Lab', alias: '' }] },
    });
  });

  it('of exactly the same name is refused even when told apart', async () => {
    const id = await supplier('Twin Works');
    expect(await add('Twin Works', [id])).toMatchObject({ ok: false, kind: 'conflict' });
  });

  it('is not added by somebody who may only read', async () => {
    expect(await add('Forbidden Works', [], auditor)).toMatchObject({
      ok: false,
      kind: 'forbidden',
    });
    expect(await readAs(steward, (transaction) => findSuppliers(transaction, 'Forbidden'))).toEqual(
      [],
    );
  });

  it('is not found by an id that is none', async () => {
    expect(await readSupplier(steward, '1')).toBeNull();
    expect(await readSupplier(steward, '00000000-0000-4000-8000-000000000000')).toBeNull();
  });

  it('with products is not deleted; without them it goes with what hangs on it', async () => {
    const id = await supplier('Doomed Systems');
    await addAlias(id, 'Doom');
    await saveFact(fact(id));
    await register.owner.query(`insert into product (supplier_id, name) values ($1, 'Last')`, [id]);
    expect(await remove(id)).toMatchObject({
      kind: 'conflict',
      message: expect.stringMatching(/1 product/),
    });
    await register.owner.query(`delete from product where supplier_id = $1`, [id]);
    expect(await remove(id)).toMatchObject({ ok: true });
    expect(await readSupplier(steward, id)).toBeNull();
    expect(await remove(id)).toMatchObject({ ok: false, kind: 'not_found' });
  });

  it('has no alias twice', async () => {
    const id = await supplier('Lake Instruments');
    expect(await addAlias(id, 'Lakeside')).toMatchObject({ ok: true });
    expect(await addAlias(id, 'Lakeside')).toMatchObject({ fields: { name: expect.any(String) } });
    expect(await addAlias(id, 'Lake Instruments')).toMatchObject({ ok: false });
  });
});

describe('origin facts', () => {
  it('give the headline, and take it away when they are gone', async () => {
    const id = await supplier('Fjord Security');
    expect((await readSupplierDetail(steward, id)).origin).toEqual({ headline: null, facts: [] });
    await saveFact(fact(id, { facet: 'incorporation', country: 'NL' }));
    await saveFact(fact(id, { facet: 'headquarters', country: 'unknown' }));
    const { headline, facts } = (await readSupplierDetail(steward, id)).origin;
    expect(headline).toMatchObject({ country: 'NL', facet: 'incorporation' });
    expect(facts.map(({ facet, country }) => [facet, country])).toEqual([
      ['incorporation', 'NL'],
      ['headquarters', null],
    ]);
    await mutate(
      steward,
      { permission, schema: recordInput, input: { id: facts[0]?.id } },
      (transaction, input) => removeOriginFact(transaction, input.id),
    );
    expect((await readSupplierDetail(steward, id)).origin.headline).toBeNull();
  });

  it('are changed in place, but never moved to another subject', async () => {
    const [id, other] = [await supplier('Meadow Apps'), await supplier('Quarry Tools')];
    await saveFact(fact(id));
    const [recorded] = (await readSupplierDetail(steward, id)).origin.facts;
    const change = { id: recorded?.id, country: 'FI', validTo: '1066-10-14' };
    expect(await saveFact(fact(other, change))).toMatchObject({ kind: 'not_found' });
    expect(await saveFact(fact(id, change))).toMatchObject({ ok: true });
    expect((await readSupplierDetail(steward, id)).origin.facts).toMatchObject([
      { country: 'FI', validFrom: '', validTo: '1066-10-14', holds: false },
    ]);
  });

  it('of nobody are refused', async () => {
    expect(await saveFact(fact('00000000-0000-4000-8000-000000000000'))).toMatchObject({
      kind: 'not_found',
    });
  });
});

describe('owners', () => {
  it('are followed up to the top, with share, control and the origin of each', async () => {
    const [low, middle, top] = [
      await supplier('Low Ltd'),
      await supplier('Middleton'),
      await supplier('Summit Holding'),
    ];
    await saveFact(fact(top, { country: 'CN', facet: 'incorporation' }));
    await saveOwnership(low, middle, {
      sharePercent: '51.500',
      control: true,
      validFrom: '2020-01-01',
    });
    await saveOwnership(middle, top, { sharePercent: '100' });
    const { owners } = await readSupplierDetail(steward, low);
    expect(owners).toMatchObject([
      {
        party: 'Middleton',
        country: '',
        sharePercent: '51.5',
        control: true,
        validFrom: '2020-01-01',
        holds: true,
        owners: [{ party: 'Summit Holding', country: 'CN', facet: 'incorporation', owners: [] }],
      },
    ]);
    expect((await readSupplierDetail(steward, top)).holdings).toMatchObject([
      { party: 'Middleton', sharePercent: '100' },
    ]);
    expect(await remove(top)).toMatchObject({ kind: 'conflict' });
  });

  it('of the past stay visible but are not followed further', async () => {
    const [child, former, above] = [
      await supplier('Child Company'),
      await supplier('Former Owner'),
      await supplier('Above Them'),
    ];
    await saveOwnership(child, former, { validTo: '2019-06-30' });
    await saveOwnership(former, above);
    expect((await readSupplierDetail(steward, child)).owners).toMatchObject([
      { party: 'Former Owner', holds: false, owners: [] },
    ]);
  });

  it('that own each other end the walk and are marked', async () => {
    const [one, two] = [await supplier('Ouroboros'), await supplier('Jormungandr')];
    await saveOwnership(one, two);
    await saveOwnership(two, one);
    expect((await readSupplierDetail(steward, one)).owners).toMatchObject([
      {
        party: 'Jormungandr',
        circular: false,
        owners: [{ party: 'Ouroboros', circular: true, owners: [] }],
      },
    ]);
  });

  it('have to exist and to be somebody else', async () => {
    const id = await supplier('Lonely Works');
    expect(await saveOwnership(id, id)).toMatchObject({ fields: { ownerId: expect.any(String) } });
    expect(await saveOwnership(id, '00000000-0000-4000-8000-000000000000')).toMatchObject({
      kind: 'not_found',
      fields: { ownerId: expect.any(String) },
    });
  });
});
