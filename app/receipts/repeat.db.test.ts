import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Actor, actorOfJob } from '@/app/_server/actor';
import { repeatExport } from '@/app/_server/export-repeat';
import {
  insertSmallRegister,
  openTestRegister,
  type SmallRegister,
  type TestRegister,
} from '@/app/_server/register.fixture';
import { tableExport } from '@/app/_server/table-export';
import { registerTable } from '@/app/register/table';
import { findReceipt } from './data';
import { queryOf } from './exported-tables';

let present: Actor | null = null;
vi.mock('@/app/_server/actor', async (importOriginal) => ({
  ...(await importOriginal<typeof import('@/app/_server/actor')>()),
  currentActor: async () => present,
}));

let register: TestRegister;
let rows: SmallRegister;
let auditor: Actor;
let official: Actor;
let local: Actor;
const get = tableExport(registerTable);

/** A moment before the second half of the first changes. */
let middle: string;

beforeAll(async () => {
  register = await openTestRegister();
  rows = await insertSmallRegister(register.owner);
  const { owner } = register;
  await owner.query(`insert into supplier_alias (supplier_id, name) values ($1, 'Northern')`, [
    rows.supplier,
  ]);
  await owner.query(
    `with o as (insert into organisation (name) values ('Quiet Office') returning id)
     insert into system (organisation_id, name, classification, markings)
     select id, 'Vault ' || n, 'OFFICIAL', array['SENSITIVE'] from o, generate_series(1, 3) n`,
  );
  // Many that tie under every sort but the key's.
  await owner.query(
    `insert into deployment (system_id, product_id, version)
     select s.id, $1, '' || n from system s, generate_series(1, 5) n`,
    [rows.product],
  );
  const moment = await owner.query('select history_instant(max(at)) as at from history_event');
  middle = moment.rows[0].at;
  await owner.query(`update system set classification = 'SECRET' where name = 'Post room'`);
  await owner.query(`update system set classification = 'OFFICIAL' where name = 'Chart room'`);

  auditor = await register.person('Auditor', ['auditor']);
  official = await register.person('Official', ['risk_officer'], { rank: 1 });
  const { id } = await register.person('Local', ['risk_officer']);
  await owner.query('update "user" set all_organisations = false where id = $1', [id]);
  await owner.query('insert into user_organisation (user_id, organisation_id) values ($1, $2)', [
    id,
    rows.organisation,
  ]);
  local = (await actorOfJob(id)) as Actor;
});

afterAll(() => register.close());

interface Exported {
  query: string;
  who: string;
  receiptId: string;
  text: string;
}

async function exportAs(actor: Actor, query: string): Promise<Exported> {
  present = actor;
  const response = await get(new Request(`http://127.0.0.1/register/export.csv?${query}`), {});
  const receiptId = response.headers.get('receipt-id') ?? '';
  return { query, who: actor.name, receiptId, text: await response.text() };
}

async function isRepeated({ receiptId }: Exported): Promise<boolean> {
  const receipt = await findReceipt(auditor, receiptId);
  const found = receipt && queryOf(receipt);
  if (!found) throw new Error('The receipt is not understood.');
  const again = await repeatExport(auditor, found.definition, found.query, receipt);
  const { rowCount, byteCount, sha256 } = receipt;
  return JSON.stringify(again) === JSON.stringify({ rowCount, byteCount, sha256 });
}

/** Everything that could move a byte of a file made anew. */
async function changeEverything(): Promise<void> {
  const { owner } = register;
  await owner.query(`update supplier set name = 'Southern Software' where id = $1`, [
    rows.supplier,
  ]);
  await owner.query(`delete from supplier_alias where supplier_id = $1`, [rows.supplier]);
  await owner.query(`insert into supplier_alias (supplier_id, name) values ($1, 'room')`, [
    rows.supplier,
  ]);
  await owner.query(`update product set name = 'Southern Shield' where id = $1`, [rows.product]);
  await owner.query(`update origin_fact set country = 'SE' where supplier_id = $1`, [
    rows.supplier,
  ]);
  await owner.query(`update system set name = 'Engine ' || name where name like 'V%'`);
  await owner.query(
    `update system set classification = 'TOP SECRET', markings = '{}' where name = 'Engine Vault 1'`,
  );
  await owner.query(`update system set classification = 'OFFICIAL' where name = 'Post room'`);
  await owner.query(`update system set markings = array['COMMERCIAL'] where name = 'Chart room'`);
  await owner.query(`delete from deployment where version in ('2', '3')`);
  await owner.query(
    `insert into deployment (system_id, product_id, version)
     select s.id, $1, 'new ' || n from system s, generate_series(1, 5) n`,
    [rows.product],
  );
  await owner.query(`update organisation set name = 'Loud Office' where name = 'Quiet Office'`);
  await owner.query(`update setting set marking = 'OFFICIAL-SENSITIVE'`);
}

describe('an export of the register', () => {
  it('gives the same bytes again, whatever has changed since', async () => {
    const queries = [
      '',
      'sort=system',
      'sort=-classification,organisation',
      'country=RU&classification.min=SECRET',
      'organisation=Quiet+Office',
      'columns=system,protective_marking',
      'columns=version',
      'q=Northern',
      'q=severny+room',
      'q=vault',
      `asOf=${middle}`,
      `asOf=${middle}&q=room`,
      'asOf=2999-01-01',
    ];
    const made: Exported[] = [];
    for (const actor of [auditor, official, local]) {
      for (const query of queries) made.push(await exportAs(actor, query));
    }
    const sizes = new Set(made.map(({ text }) => text.length));
    expect(sizes.size).toBeGreaterThan(queries.length);

    await changeEverything();
    expect(await exportAs(auditor, '')).not.toMatchObject({ text: made[0]?.text });
    const differing = [];
    for (const one of made)
      if (!(await isRepeated(one))) differing.push(`${one.who}: ${one.query}`);
    expect(differing).toEqual([]);
  });

  it('is found to differ from what its receipt does not say', async () => {
    const one = await exportAs(auditor, '');
    await register.owner.query('alter table receipt disable trigger receipt_before_update');
    await register.owner.query(`update receipt set sha256 = repeat('0', 64) where id = $1`, [
      one.receiptId,
    ]);
    await register.owner.query('alter table receipt enable trigger receipt_before_update');
    expect(await isRepeated(one)).toBe(false);
  });

  it('shows nobody more than their own clearance, made again or not', async () => {
    const one = await exportAs(auditor, '');
    const receipt = await findReceipt(auditor, one.receiptId);
    const found = receipt && queryOf(receipt);
    if (!found) throw new Error('The receipt is not understood.');
    const again = await repeatExport(official, found.definition, found.query, receipt);
    const own = await exportAs(official, '');
    expect(again.rowCount).toBe(own.text.trimEnd().split('\n').length - 1);
    expect(again.rowCount).toBeLessThan(receipt.rowCount ?? 0);
  });
});

describe('search of the past', () => {
  it('finds at the newest moment what the search of the present finds', async () => {
    for (const text of [
      'room',
      'southern',
      'severny',
      'northern',
      'engine vault',
      'liaison',
      '%',
    ]) {
      const { rows: found } = await register.owner.query(
        `select array(select search_deployments($1) order by 1) as now,
           array(select search_deployments_as_at($1, (select max(at) from history_event)) order by 1) as then`,
        [text],
      );
      expect(found[0].then, text).toEqual(found[0].now);
    }
  });
});
