import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '@/app/_domain/permission';
import { defaultQuery } from '@/app/_lib/table-query';
import { registerTable } from '@/app/register/table';
import { suppliersTable } from '@/app/suppliers/table';
import { type Actor, actorOfJob } from './actor';
import { actingFor, connectAs, oneMoment } from './database';
import { endReceipt, openReceipt, readExportFacts } from './export-receipt';
import { insertSmallRegister, openTestRegister, type TestRegister } from './register.fixture';

let register: TestRegister;
let officer: Actor;
let harbour: string;

const sha256 = 'a'.repeat(64);
const whole = { state: 'complete', byteCount: 10, rowCount: 1, sha256 } as const;

beforeAll(async () => {
  register = await openTestRegister();
  ({ organisation: harbour } = await insertSmallRegister(register.owner));
  officer = await register.person('Officer', ['risk_officer']);
});

afterAll(() => register.close());

/** The receipt of an export by the actor, not ended yet. */
async function opened(
  actor: Actor,
  filters: Record<string, string[]> = {},
  definition: typeof registerTable | typeof suppliersTable = registerTable,
): Promise<string> {
  const query = { ...defaultQuery(definition), filters };
  const facts = await connectAs(
    actingFor(actor),
    (connection) => readExportFacts(connection, definition, query),
    oneMoment,
  );
  return openReceipt(actor, definition, query, { ...facts, fileName: 'a.csv' });
}

async function sees(actor: Actor, id: string): Promise<boolean> {
  return connectAs(actingFor(actor), async (connection) => {
    const { rowCount } = await connection.query('select from receipt where id = $1', [id]);
    return rowCount === 1;
  });
}

async function asApplication(actor: Actor, text: string, values: unknown[]): Promise<void> {
  await connectAs(actingFor(actor), (connection) => connection.query(text, values));
}

describe('a receipt', () => {
  it('bears the name of who exported, whatever the application says', async () => {
    const auditor = await register.person('Impostor', ['auditor']);
    const query = defaultQuery(registerTable);
    const facts = await connectAs(actingFor(officer), (connection) =>
      readExportFacts(connection, registerTable, query),
    );
    const id = await openReceipt({ ...auditor, id: officer.id }, registerTable, query, {
      ...facts,
      fileName: 'a.csv',
    });
    const { rows } = await register.owner.query(
      'select exported_by, exported_by_name from receipt where id = $1',
      [id],
    );
    expect(rows).toEqual([{ exported_by: officer.id, exported_by_name: 'Officer' }]);
    await expect(
      asApplication(
        auditor,
        `insert into receipt select (r).* from (select r from receipt r where id = $1) x`,
        [id],
      ),
    ).rejects.toThrow();
  });

  it('ends once and is then changed by nobody, its owner included', async () => {
    const id = await opened(officer);
    await endReceipt(officer, id, whole);
    await expect(endReceipt(officer, id, whole)).rejects.toThrow('not changed once');
    for (const statement of [
      `update receipt set sha256 = repeat('b', 64) where id = $1`,
      `delete from receipt where id = $1`,
    ]) {
      await expect(register.owner.query(statement, [id])).rejects.toThrow();
    }
    const { rows } = await register.owner.query('select sha256 from receipt where id = $1', [id]);
    expect(rows).toEqual([{ sha256 }]);
  });

  it('keeps what it says of the export when it ends', async () => {
    const id = await opened(officer);
    await asApplication(
      officer,
      `update receipt set state = 'incomplete', marking = 'OFFICIAL', query = 'q=x', as_of = now() where id = $1`,
      [id],
    );
    const { rows } = await register.owner.query('select * from receipt where id = $1', [id]);
    expect(rows[0]).toMatchObject({ marking: 'SECRET', query: '', state: 'incomplete' });
    expect(rows[0].as_of).toEqual(rows[0].seen_up_to);
    expect(rows[0].ended_at).not.toBeNull();
  });

  it('is complete only with a count and a hash', async () => {
    const id = await opened(officer);
    await expect(
      asApplication(officer, `update receipt set state = 'complete' where id = $1`, [id]),
    ).rejects.toThrow('receipt_state');
  });

  it('of a killed process is ended after a day, as the history then says', async () => {
    const id = await opened(officer);
    const young = await opened(officer);
    await register.owner.query('alter table receipt disable trigger receipt_before_update');
    await register.owner.query(
      `update receipt set exported_at = now() - interval '25 hours' where id = $1`,
      [id],
    );
    await register.owner.query('alter table receipt enable trigger receipt_before_update');
    const { rows } = await register.owner.query('select end_abandoned_exports() as ended');
    expect(rows[0].ended).toBe(1);
    const ended = await register.owner.query(
      'select id from receipt where ended_at is not null and id = any($1)',
      [[id, young]],
    );
    expect(ended.rows).toEqual([{ id }]);
  });
});

describe('who sees a receipt', () => {
  const other = '10000000-0000-4000-8000-000000000001';
  let people: Record<string, Actor>;

  beforeAll(async () => {
    await register.owner.query(
      `with o as (insert into organisation (id, name) values ($1, 'Quiet Office') returning id)
       insert into system (organisation_id, name, classification) select id, 'Vault', 'OFFICIAL' from o`,
      [other],
    );
    const person = async (
      name: string,
      role: Role,
      { rank = 3, organisations }: { rank?: number; organisations?: string[] } = {},
    ) => {
      const { id } = await register.person(name, [role], { rank });
      if (organisations) {
        await register.owner.query('update "user" set all_organisations = false where id = $1', [
          id,
        ]);
        await register.owner.query(
          'insert into user_organisation (user_id, organisation_id) select $1, unnest($2::uuid[])',
          [id, organisations],
        );
      }
      return (await actorOfJob(id)) as Actor;
    };
    people = {
      'an auditor cleared for all': await person('A1', 'auditor'),
      'an administrator cleared for all': await person('A2', 'administrator'),
      'an auditor cleared to OFFICIAL': await person('A3', 'auditor', { rank: 1 }),
      'an auditor of that organisation': await person('A4', 'auditor', {
        organisations: [harbour],
      }),
      'an auditor of another organisation': await person('A5', 'auditor', {
        organisations: [other],
      }),
      'another officer': await person('A6', 'risk_officer'),
      'the exporter': officer,
    };
  });

  async function seenBy(id: string): Promise<string[]> {
    const seen = await Promise.all(
      Object.entries(people).map(async ([name, actor]) => ((await sees(actor, id)) ? name : [])),
    );
    return seen.flat();
  }

  it('of a SECRET file of one organisation', async () => {
    expect(await seenBy(await opened(officer))).toEqual([
      'an auditor cleared for all',
      'an administrator cleared for all',
      'an auditor of that organisation',
      'the exporter',
    ]);
  });

  it('of an OFFICIAL file of one organisation', async () => {
    expect(await seenBy(await opened(officer, { classification: ['OFFICIAL'] }))).toEqual([
      'an auditor cleared for all',
      'an administrator cleared for all',
      'an auditor cleared to OFFICIAL',
      'an auditor of that organisation',
      'the exporter',
    ]);
  });

  it('of a file that holds no organisation’s rows', async () => {
    expect(await seenBy(await opened(officer, { country: ['AQ'] }))).toEqual([
      'an auditor cleared for all',
      'an administrator cleared for all',
      'an auditor cleared to OFFICIAL',
      'the exporter',
    ]);
  });

  it('of a file that only counts them', async () => {
    expect(await seenBy(await opened(officer, {}, suppliersTable))).toEqual([
      'an auditor cleared for all',
      'an administrator cleared for all',
      'an auditor of that organisation',
      'the exporter',
    ]);
  });

  it('is ended by nobody else', async () => {
    const id = await opened(officer);
    const auditor = people['an auditor cleared for all'] as Actor;
    await expect(endReceipt(auditor, id, whole)).rejects.toThrow('is gone');
  });

  it('learns when bytes were issued, cleared for the receipt or not, but not without an account', async () => {
    const hash = 'c'.repeat(64);
    await endReceipt(officer, await opened(officer), { ...whole, sha256: hash });
    const times = (actorId: string) =>
      connectAs({ actorId, changeId: officer.requestId }, async (connection) => {
        const { rowCount } = await connection.query('select * from receipt_issued_at($1)', [hash]);
        return rowCount;
      });
    expect(await times((people['another officer'] as Actor).id)).toBe(1);
    expect(await times(other)).toBe(0);
  });
});
