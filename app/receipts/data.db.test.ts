import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { defaultQuery } from '@/app/_lib/table-query';
import type { Actor } from '@/app/_server/actor';
import {
  insertSmallRegister,
  openTestRegister,
  type TestRegister,
} from '@/app/_server/register.fixture';
import { tableExport } from '@/app/_server/table-export';
import { readClassifiedPage } from '@/app/_server/table-page';
import { registerTable } from '@/app/register/table';
import { findNewestReceipt, findReceipt, receiptsPage } from './data';
import { receiptsTable } from './table';
import { POST as verifyFile } from './verify/file/route';
import { readFindings } from './verify/findings';
import { judge } from './verify/verdict';

let present: Actor | null = null;
vi.mock('@/app/_server/actor', async (importOriginal) => ({
  ...(await importOriginal<typeof import('@/app/_server/actor')>()),
  currentActor: async () => present,
}));

let register: TestRegister;
let auditor: Actor;
let officer: Actor;
let official: Actor;
const get = tableExport(registerTable);

beforeAll(async () => {
  register = await openTestRegister();
  await insertSmallRegister(register.owner);
  auditor = await register.person('Auditor', ['auditor']);
  officer = await register.person('Officer', ['risk_officer']);
  official = await register.person('Official', ['risk_officer'], { rank: 1 });
});

afterAll(() => register.close());

interface Exported {
  id: string;
  name: string;
  text: string;
}

// The rows have other ids in each run, and so another order: files of the same rows differ for certain
// only where their columns do.
async function exportAs(actor: Actor, query = ''): Promise<Exported> {
  present = actor;
  const response = await get(new Request(`http://127.0.0.1/register/export.csv?${query}`), {});
  const name = /filename="(.*)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? '';
  return { id: response.headers.get('receipt-id') ?? '', name, text: await response.text() };
}

/** What the page says of a file that the person drops on it. */
async function verdictOn(actor: Actor, text: string, name = 'mine.csv') {
  present = actor;
  const request = new Request('http://127.0.0.1/receipts/verify/file', {
    method: 'POST',
    body: text,
    headers: { 'X-File-Name': encodeURIComponent(name) },
  });
  const { href } = await (await verifyFile(request, {})).json();
  const read = readFindings(new URL(href, 'http://127.0.0.1').searchParams);
  if (!read?.ok) throw new Error(`The page does not understand ${href}.`);
  return judge(actor, read.findings);
}

describe('a file', () => {
  it('is known by its bytes, to everyone who may see its receipt with whose it is', async () => {
    const { id, text } = await exportAs(officer, 'country=RU');
    for (const actor of [officer, auditor]) {
      expect(await verdictOn(actor, text)).toMatchObject({
        kind: 'issued',
        receipts: [{ id, exportedByName: 'Officer' }],
        others: [],
      });
    }
  });

  it('is known to everyone else who has it as issued, and no more', async () => {
    const { id, text } = await exportAs(officer, 'columns=system,version');
    const receipt = await findReceipt(officer, id);
    for (const actor of [official, await register.person('Colleague', ['approver'])]) {
      const others = [receipt?.exportedAt];
      expect(await verdictOn(actor, text)).toEqual({ kind: 'issued', receipts: [], others });
    }
  });

  it('that was issued twice has two receipts', async () => {
    const one = await exportAs(officer, 'columns=product');
    const two = await exportAs(auditor, 'columns=product');
    expect(two.text).toBe(one.text);
    expect(await verdictOn(auditor, one.text)).toMatchObject({
      receipts: [{ id: one.id }, { id: two.id }],
    });
    const seenByOfficer = await verdictOn(officer, one.text);
    expect(seenByOfficer).toMatchObject({ receipts: [{ id: one.id }] });
    expect(seenByOfficer.kind === 'issued' && seenByOfficer.others).toHaveLength(1);
  });

  it('with one byte changed is not ours, but resembles what it was', async () => {
    const { id, text, name } = await exportAs(auditor, 'columns=system,classification');
    const changed = text.replace('SECRET', 'SECReT');
    for (const called of [name, name.replace('.csv', ' (1).csv'), 'else.csv']) {
      const verdict = await verdictOn(auditor, changed, called);
      expect(verdict.kind === 'changed' && verdict.alike[0]?.id, called).toBe(id);
    }
    const cut = await verdictOn(auditor, text.slice(0, -10), name);
    expect(cut).toMatchObject({ kind: 'changed' });
    expect(await verdictOn(official, changed, name)).toEqual({ kind: 'unknown' });
  });

  it('of an export that broke off is never whole', async () => {
    const { text, name } = await exportAs(auditor, 'columns=owner,system');
    const address = 'http://127.0.0.1/register/export.csv?columns=owner,system';
    const response = await get(new Request(address), {});
    await response.body?.cancel();
    const verdict = await verdictOn(auditor, text.slice(0, -5), name);
    expect(verdict.kind).toBe('changed');
    expect(verdict.kind === 'changed' && verdict.alike.map(({ id }) => id)).toContain(
      response.headers.get('receipt-id'),
    );
  });

  it('of somebody else is unknown', async () => {
    expect(await verdictOn(auditor, 'name,age\nAda,36\n')).toEqual({ kind: 'unknown' });
  });
});

describe('the list of receipts', () => {
  it('shows everyone their own, and auditors all', async () => {
    const of = async (actor: Actor) =>
      (await receiptsPage(actor, defaultQuery(receiptsTable))).rows;
    await exportAs(official);
    expect(new Set((await of(official)).map((row) => row.exported_by))).toEqual(
      new Set(['Official']),
    );
    expect(new Set((await of(auditor)).map((row) => row.exported_by))).toEqual(
      new Set(['Official', 'Officer', 'Auditor']),
    );
  });

  it('is marked as the files are', async () => {
    await register.owner.query(
      `update system set markings = array['UK EYES ONLY', 'LOCSEN'] where name = 'Chart room'`,
    );
    await exportAs(auditor);
    const { held } = await readClassifiedPage(auditor, receiptsTable, defaultQuery(receiptsTable));
    expect(held).toContainEqual({ rank: 2, markings: ['LOCSEN UK EYES ONLY'] });
    expect(held).toContainEqual({ rank: 1, markings: [] });
  });

  it('leads to the newest of one’s own', async () => {
    const { id } = await exportAs(officer);
    await exportAs(auditor);
    expect(await findNewestReceipt(officer)).toBe(id);
    const nobody = await register.person('Newcomer', ['auditor']);
    expect(await findNewestReceipt(nobody)).toBeNull();
  });
});
