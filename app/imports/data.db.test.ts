import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvLimits } from '@/app/_lib/csv-reading';
import type { Actor } from '@/app/_server/actor';
import { openTestRegister, type TestRegister } from '@/app/_server/register.fixture';
import { decisionsOfDeployment } from '@/app/decisions/data';
import { findImport, findSavedMappings, removeImport, saveMapping } from './data';
import { apply, change, rehearse, undo, upload } from './import.fixture';
import { receiveFile } from './upload/receive';

let register: TestRegister;
let steward: Actor;
let approver: Actor;
let both: Actor;

beforeAll(async () => {
  register = await openTestRegister();
  steward = await register.person('Steward', ['data_steward']);
  approver = await register.person('Approver', ['approver']);
  both = await register.person('Both', ['data_steward', 'approver']);
});

afterAll(() => register.close());

async function storedImports(): Promise<number> {
  const { rows } = await register.owner.query(
    'select (select count(*) from import_batch)::integer + (select count(*) from import_chunk)::integer as stored',
  );
  return rows[0].stored;
}

describe('an upload', () => {
  it('is kept byte by byte with its hash, encoding, delimiter and header', async () => {
    const text = `\ufefffirm;land\n${'Moor Ltd;GB\n'.repeat(200_000)}`;
    const { id } = await upload(steward, text, 'firms.csv');
    const batch = await findImport(steward, id);
    expect(batch).toMatchObject({
      state: 'uploaded',
      fileName: 'firms.csv',
      encoding: 'utf-8',
      delimiter: ';',
      header: ['firm', 'land'],
      byteCount: Buffer.byteLength(text),
      accessRank: 3,
    });
    const { rows } = await register.owner.query(
      `select count(*)::integer as pieces, encode(sha256(string_agg(content, '' order by ordinal)), 'hex') as sha256
       from import_chunk where import_id = $1`,
      [id],
    );
    expect(rows[0]).toEqual({ pieces: 3, sha256: batch.sha256 });
    await change(steward, (transaction) => removeImport(transaction, id));
  });

  it.each([
    ['is empty', '', /empty/],
    ['is UTF-16', Buffer.from('\ufeffa,b', 'utf16le'), /UTF-16/],
    ['is a zipped spreadsheet', Buffer.from('PK\u0003\u0004\u0000\u0000'), /NUL/],
    ['has no header', '\n,,\n', /no header/],
    ['has hundreds of thousands of columns', `${'name,'.repeat(700_000)}\n`, /500 columns/],
    ['has an endless line', `a,b\n${'x'.repeat(csvLimits.recordLength * 5)}`, /line of more than/],
  ])('that %s is refused, and nothing of it is kept', async (_case, content, reason) => {
    const before = await storedImports();
    await expect(upload(steward, content)).rejects.toThrow(reason);
    expect(await storedImports()).toBe(before);
  });

  it('that breaks off leaves nothing', async () => {
    const before = await storedImports();
    async function* broken() {
      yield Buffer.alloc(2_000_000, 'a,b\n');
      throw new Error('The line went dead.');
    }
    await expect(receiveFile(steward, 'half.csv', broken())).rejects.toThrow('went dead');
    expect(await storedImports()).toBe(before);
  });

  it('is seen by its uploader and by who is cleared for all of it', async () => {
    const official = await register.person('Official', ['data_steward'], { rank: 1 });
    const { id } = await rehearse(
      steward,
      'organisation,system,classification\nHarbour,Vault,SECRET\n',
    );
    await expect(findImport(official, id)).rejects.toThrow('no such import');
    expect(await findImport(both, id)).toMatchObject({ id, accessRank: 2 });
    const own = await rehearse(official, 'supplier\nMoor Ltd\n');
    expect(await findImport(steward, own.id)).toMatchObject({ id: own.id, accessRank: 0 });
  });
});

describe('a mapping', () => {
  it('is offered again for files whose header has its columns', async () => {
    const { id } = await upload(steward, 'Lieferfirma,Sitz,Bemerkung\nMoor Ltd,GB,-\n');
    await change(steward, (transaction) =>
      saveMapping(transaction, steward, {
        id,
        kind: 'suppliers',
        columns: { supplier: 'Lieferfirma', country_of_origin: 'Sitz' },
        values: { origin_facet: 'incorporation' },
        saveAs: 'From purchasing',
      }),
    );
    const offered = await findSavedMappings(both, ['Sitz', 'Lieferfirma']);
    expect(offered).toMatchObject([
      {
        name: 'From purchasing',
        kind: 'suppliers',
        mapping: { values: { origin_facet: 'incorporation' } },
      },
    ]);
    expect(await findSavedMappings(both, ['Lieferfirma'])).toEqual([]);
  });

  it('that lacks a required column is refused at the field', async () => {
    const { id } = await upload(steward, 'a,b\n1,2\n');
    const saving = change(steward, (transaction) =>
      saveMapping(transaction, steward, {
        id,
        kind: 'products',
        columns: { product: 'a' },
        values: {},
        saveAs: '',
      }),
    );
    await expect(saving).rejects.toMatchObject({
      kind: 'invalid',
      fields: { supplier: expect.any(String) },
    });
    expect(await findImport(steward, id)).toMatchObject({ state: 'uploaded' });
  });
});

describe('a file that carries decisions', () => {
  const file = [
    'deployment_id,supplier,product,organisation,system,classification,decision,decision_basis,decision_state,rationale,proposed_by,approved_by,decided_at,due_on,expires_on',
    '3f0c7d0e-52f5-4b8e-9d3b-0f6a1c2d3e4f,Severny,Anti-Virus,Harbour,Chart room,SECRET,remove,advised,approved,It phones home,A. Quay,B. Pier,2026-01-02T03:04:05Z,2026-06-30,',
    '3f0c7d0e-52f5-4b8e-9d3b-0f6a1c2d3e50,Severny,Anti-Virus,Harbour,Post room,OFFICIAL,monitor,advised,proposed,,A. Quay,,,,',
  ].join('\n');

  it('is let in by an approver who did not upload it, and tells where the decisions came from', async () => {
    const { id, problems } = await rehearse(both, file);
    expect(problems).toEqual([]);
    await expect(apply(both, id)).rejects.toThrow(/an approver has to apply it/);
    await expect(apply(both, id, true)).rejects.toThrow(/Another approver/);
    expect(await apply(approver, id, true)).toMatchObject({
      state: 'applied',
      appliedByName: 'Approver',
    });
    const [decision] = await decisionsOfDeployment(
      approver,
      '3f0c7d0e-52f5-4b8e-9d3b-0f6a1c2d3e4f',
    );
    expect(decision).toMatchObject({
      state: 'approved',
      approvedByName: 'B. Pier',
      proposedByName: 'A. Quay',
      importId: id,
    });
    expect(decision?.facts).toMatchObject({ supplier: 'Severny', classification: 'SECRET' });
    expect(
      decision?.events.map(({ action, toState, actorName }) => [action, toState, actorName]),
    ).toEqual([
      ['propose', 'proposed', 'A. Quay'],
      ['import', 'approved', 'Approver'],
    ]);
    const [waiting] = await decisionsOfDeployment(approver, '3f0c7d0e-52f5-4b8e-9d3b-0f6a1c2d3e50');
    expect(waiting).toMatchObject({ state: 'proposed', proposedBy: both.id });
  });

  it('cannot be slipped in by SQL without those two people', async () => {
    const { id } = await rehearse(
      both,
      file.replaceAll('3f0c7d0e', '4f0c7d0e').replaceAll('Harbour', 'Haven'),
    );
    const insert = (actor: Actor) =>
      change(
        actor,
        (transaction) =>
          transaction.$queryRaw`select import_insert_decisions(${id}::uuid, '[]')::integer`,
      );
    await register.owner.query(`update import_batch set state = 'applying' where id = $1`, [id]);
    await expect(insert(both)).rejects.toThrow(/carries decisions/);
    await expect(insert(steward)).rejects.toThrow(/carries decisions/);
    await register.owner.query(`update import_batch set state = 'rehearsed' where id = $1`, [id]);
    await expect(insert(approver)).rejects.toThrow(/carries decisions/);
  });

  it('leaves a decision that the register has made itself', async () => {
    const again = await rehearse(both, file);
    expect(again).toMatchObject({ problems: [], counts: { decision: { new: 0, unchanged: 2 } } });
    const { problems } = await rehearse(both, file.replace('2026-06-30', '2027-06-30'));
    expect(problems).toMatchObject([{ line: 2, column: 'decision', value: 'remove' }]);
  });

  it('cannot be undone, since decisions stay', async () => {
    const { rows } = await register.owner.query(
      `select id from import_batch where state = 'applied'`,
    );
    expect(await undo(steward, rows[0].id)).toMatchObject({
      state: 'applied',
      message: expect.stringMatching(/changed nothing/),
    });
  });
});
