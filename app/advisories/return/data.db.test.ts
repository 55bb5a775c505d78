import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { returnCountCodes } from '@/app/_domain/advisory-return';
import type { PersonAction } from '@/app/_domain/decision';
import { parseTableQuery } from '@/app/_lib/table-query';
import type { Actor } from '@/app/_server/actor';
import { actingFor, transactAs } from '@/app/_server/database';
import { refusalOf } from '@/app/_server/database-refusal';
import { mutate } from '@/app/_server/mutate';
import {
  insertSmallRegister,
  openTestRegister,
  type SmallRegister,
  type TestRegister,
} from '@/app/_server/register.fixture';
import { decisionsOfDeployment, insertEvidenceLink, insertStep } from '@/app/decisions/data';
import { insertProposal, registerPage } from '@/app/register/data';
import type { ProposalInput } from '@/app/register/schema';
import { registerTable } from '@/app/register/table';
import { GET } from '../[id]/return.csv/route';
import { insertNilReturn, type ReturnRow, readReturn, readReturnPage } from './data';
import { insertAdvisory, setStatus, twoRules } from './return.fixture';
import { returnHref } from './return-href';
import { nilReturnInput } from './schema';

let present: Actor | null = null;
vi.mock('@/app/_server/actor', async (importOriginal) => ({
  ...(await importOriginal<typeof import('@/app/_server/actor')>()),
  currentActor: async () => present,
}));

let register: TestRegister;
let small: SmallRegister;
let officer: Actor;
let approver: Actor;
let secret: Actor;
let official: Actor;
let lighthouse: string;
let number = 0;

/** The advisory of each test, active, under a reference of its own. */
let advisory: string;
let reference: string;

beforeAll(async () => {
  register = await openTestRegister();
  small = await insertSmallRegister(register.owner);
  officer = await register.person('Officer', ['risk_officer']);
  approver = await register.person('Approver', ['approver']);
  secret = await register.person('Secret', ['risk_officer'], { rank: 2 });
  official = await register.person('Official', ['risk_officer'], { rank: 1 });
  const { rows } = await register.owner.query(
    `insert into organisation (name) values ('Lighthouse Board') returning id`,
  );
  lighthouse = rows[0].id;
});

afterAll(() => register.close());

beforeEach(async () => {
  number += 1;
  reference = `AV-${number}`;
  advisory = await insertAdvisory(register.owner, reference, twoRules);
  await setStatus(register.owner, advisory, 'active');
});

async function rowOf(organisation: string, actor: Actor = officer): Promise<ReturnRow> {
  const row = (await readReturn(actor, advisory)).find((one) => one.organisation === organisation);
  if (!row) throw new Error(`${organisation} is not in the return.`);
  return row;
}

const countsOf = (row: ReturnRow) =>
  Object.fromEntries(
    returnCountCodes.map((name) => [name, row[name]]).filter(([, count]) => count !== 0),
  );

const harbour = async (actor?: Actor) => countsOf(await rowOf('Harbour Office', actor));

async function propose(changes: Partial<ProposalInput> = {}) {
  const input: ProposalInput = {
    selection: { ids: [small.deployments.secret] },
    outcome: 'remove',
    basis: 'advised',
    basisReason: '',
    rationale: 'It reads every file',
    dueOn: new Date('2099-01-31'),
    expiresOn: null,
    leaveOutWaiting: false,
    ...changes,
  } as ProposalInput;
  await transactAs(actingFor(officer), (transaction) => insertProposal(transaction, input));
}

async function take(actor: Actor, step: PersonAction) {
  const decision = (await decisionsOfDeployment(officer, small.deployments.secret)).at(-1);
  if (!decision) throw new Error('There is no decision.');
  const { id, contentHash } = decision;
  await transactAs(actingFor(actor), async (transaction) => {
    if (step === 'complete') {
      await insertEvidenceLink(transaction, actor, {
        decisionId: id,
        url: 'https://example.test/1',
      });
    }
    await insertStep(transaction, step, { id, contentHash, comment: '' });
  });
}

const sign = (actor: Actor, organisationId: string, advisoryId = advisory) =>
  mutate(
    actor,
    {
      permission: 'advisory:return',
      schema: nilReturnInput,
      input: { advisoryId, organisationId, statement: 'Nothing was found.' },
    },
    insertNilReturn,
  );

const standing = async () => (await rowOf('Lighthouse Board')).nilReturn;

describe('the return', () => {
  it('has a row for each organisation, and counts what the reader may see', async () => {
    expect(await harbour()).toEqual({
      in_scope: 1,
      undecided: 1,
      overdue: 1,
      cannot_tell: 1,
      no_action: 1,
    });
    expect(countsOf(await rowOf('Lighthouse Board'))).toEqual({});
    expect(await harbour(official)).toEqual({ no_action: 1 });
  });

  it('is classified as high as what it counts', async () => {
    const highest = async (actor: Actor) =>
      Math.max(...((await readReturnPage(actor, advisory))?.rows ?? []).map(({ rank }) => rank));
    expect(await highest(officer)).toBe(2);
    expect(await highest(official)).toBe(1);
  });

  it('follows a deployment from undecided to done, and keeps it when it is retired', async () => {
    await propose({ outcome: 'monitor' });
    expect(await harbour()).toMatchObject({ in_scope: 1, waiting: 1, overdue: 1 });
    await take(approver, 'approve');
    expect(await harbour()).toMatchObject({ in_scope: 1, otherwise: 1, overdue: 1 });
    await propose();
    expect(await harbour()).toMatchObject({ in_scope: 1, waiting: 1, overdue: 1 });
    await take(approver, 'approve');
    expect(await harbour()).toMatchObject({ in_scope: 1, decided: 1, overdue: 1 });
    await take(officer, 'complete');
    const done = { in_scope: 1, decided: 1, done: 1, cannot_tell: 1, no_action: 1 };
    expect(await harbour()).toMatchObject(done);
    expect(await harbour()).not.toHaveProperty('overdue');
    await propose({ outcome: 'monitor' });
    await take(approver, 'approve');
    expect(await harbour()).not.toHaveProperty('done');
    const retire = (status: string) =>
      register.owner.query('update deployment set status = $2 where id = $1', [
        small.deployments.secret,
        status,
      ]);
    await retire('retired');
    expect(await harbour()).toMatchObject(done);
    await retire('in_use');
  });

  it('takes an assessment as made when it is decided', async () => {
    const [rule] = twoRules;
    if (!rule) throw new Error('There is no rule.');
    await register.owner.query('update advisory set rules = $2 where id = $1', [
      advisory,
      JSON.stringify([{ ...rule, action: 'assess' }]),
    ]);
    await propose();
    await take(approver, 'approve');
    expect(await harbour()).toMatchObject({ otherwise: 1, overdue: 1 });
    await propose({ outcome: 'monitor', dueOn: null });
    expect(await harbour()).toMatchObject({ waiting: 1, overdue: 1 });
    await take(approver, 'approve');
    expect(await harbour()).toMatchObject({ decided: 1 });
    expect(await harbour()).not.toHaveProperty('overdue');
  });

  it('counts exactly the rows behind each of its links', async () => {
    for (const actor of [officer, official]) {
      for (const row of await readReturn(actor, advisory)) {
        for (const name of returnCountCodes) {
          const { searchParams } = new URL(
            returnHref(reference, name, row.organisation),
            'http://127.0.0.1',
          );
          const parsed = parseTableQuery(registerTable, searchParams);
          if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
          const { total } = await registerPage(actor, parsed.query);
          expect(total, `${row.organisation} ${name}`).toBe(row[name]);
        }
      }
    }
  });

  it('is a file of the organisations that the reader may see, marked and without the other advisories', async () => {
    present = officer;
    const ask = (id: string) =>
      GET(new Request('http://127.0.0.1/?columns=advisory,organisation,in_scope,nil_return'), {
        params: Promise.resolve({ id }),
      } as RouteContext<'/advisories/[id]/return.csv'>);
    const response = await ask(advisory);
    expect(response.headers.get('content-disposition')).toMatch(/SECRET_advisory-return_/);
    expect(await response.text()).toBe(
      `advisory,organisation,in_scope,nil_return\n${reference},Harbour Office,1,\n${reference},Lighthouse Board,0,missing\n`,
    );
    const draft = await insertAdvisory(register.owner, `${reference}-draft`, twoRules);
    expect((await ask(draft)).status).toBe(404);
  });
});

describe('a nil return', () => {
  it('is signed by name, for the version that is active', async () => {
    expect(await standing()).toBe('missing');
    expect(await sign(approver, lighthouse)).toMatchObject({ ok: true });
    expect(await rowOf('Lighthouse Board')).toMatchObject({
      nilReturn: 'holds',
      signedBy: 'Approver',
      signedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      statement: 'Nothing was found.',
    });
    const { rows } = await register.owner.query(
      `select actor_name, organisation_id from history_event where entity = 'advisory_return' order by seq desc limit 1`,
    );
    expect(rows).toEqual([{ actor_name: 'Approver', organisation_id: lighthouse }]);
  });

  it('is refused while something is in scope or cannot be told', async () => {
    expect(await sign(officer, small.organisation)).toMatchObject({
      kind: 'conflict',
      message: expect.stringMatching(/^2 of its deployments/),
    });
  });

  it('is refused to whoever may not see everything that it speaks of', async () => {
    expect(await sign(secret, lighthouse)).toMatchObject({
      kind: 'conflict',
      message: expect.stringMatching(/TOP SECRET/),
    });
    const outsider = await register.person(`Outsider ${number}`.replace(' ', '-'), [
      'risk_officer',
    ]);
    await register.owner.query('update "user" set all_organisations = false where id = $1', [
      outsider.id,
    ]);
    expect(await sign(outsider, small.organisation)).toMatchObject({
      message: expect.stringMatching(/no such organisation/),
    });
    expect(await sign(outsider, lighthouse)).toMatchObject({ ok: false });
  });

  it('is refused for an advisory that is not active', async () => {
    const draft = await insertAdvisory(register.owner, `${reference}-draft`, twoRules);
    const message = 'Only an active advisory has a return.';
    expect(await sign(officer, lighthouse, draft)).toMatchObject({ message });
    await setStatus(register.owner, advisory, 'withdrawn');
    expect(await sign(officer, lighthouse)).toMatchObject({ message });
  });

  it('cannot be signed in the name of another, or backdated', async () => {
    await transactAs(
      actingFor(officer),
      (transaction) =>
        transaction.$executeRaw`insert into advisory_return (advisory_id, organisation_id, version, signed_by, signed_by_name, signed_at)
        values (${advisory}::uuid, ${lighthouse}::uuid, 99, ${approver.id}::uuid, 'Approver', '2000-01-01')`,
    );
    const { rows } = await register.owner.query(
      `select version, signed_by, signed_by_name, signed_at > now() - interval '1 minute' as fresh from advisory_return where advisory_id = $1`,
      [advisory],
    );
    expect(rows).toEqual([
      { version: 1, signed_by: officer.id, signed_by_name: 'Officer', fresh: true },
    ]);
  });

  it('no longer holds once something came into scope, until it is signed anew', async () => {
    await sign(officer, lighthouse);
    const { rows } = await register.owner.query(
      `with s as (insert into system (organisation_id, name, classification) values ($1, $2, 'SECRET') returning id)
       insert into deployment (system_id, product_id) select id, $3 from s returning id`,
      [lighthouse, `Lamp room ${number}`, small.product],
    );
    expect(await rowOf('Lighthouse Board')).toMatchObject({
      in_scope: 1,
      nilReturn: 'lapsed',
      signedBy: 'Officer',
    });
    expect((await rowOf('Lighthouse Board', official)).nilReturn).toBe('holds');
    await register.owner.query('delete from deployment where id = $1', [rows[0].id]);
    expect(await standing()).toBe('lapsed');
    await sign(approver, lighthouse);
    expect(await rowOf('Lighthouse Board')).toMatchObject({
      nilReturn: 'holds',
      signedBy: 'Approver',
    });
  });

  it('is outdated when the rules change, and ends with the advisory', async () => {
    await sign(officer, lighthouse);
    await register.owner.query(`update advisory set summary = 'In other words' where id = $1`, [
      advisory,
    ]);
    expect(await standing()).toBe('holds');
    await register.owner.query('update advisory set rules = rules - 1 where id = $1', [advisory]);
    expect(await standing()).toBe('outdated');
    await setStatus(register.owner, advisory, 'withdrawn');
    expect(await standing()).toBe('ended');
  });

  it('needs a statement, and stays as it was signed', async () => {
    const outcome = await mutate(
      officer,
      {
        permission: 'advisory:return',
        schema: nilReturnInput,
        input: { advisoryId: advisory, organisationId: lighthouse, statement: ' ' },
      },
      insertNilReturn,
    );
    expect(outcome).toMatchObject({ fields: { statement: expect.any(String) } });
    for (const statement of [
      `update advisory_return set statement = 'x'`,
      'delete from advisory_return',
      'truncate advisory_return',
    ]) {
      const refusal = await register.owner.query(statement).then(
        () => undefined,
        (error: unknown) => refusalOf(error)?.message,
      );
      expect(refusal).toBe('Advisory Return is append-only.');
    }
  });
});
