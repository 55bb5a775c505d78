import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { recordInput } from '@/app/_lib/fields';
import { insertStep } from '@/app/decisions/data';
import { insertProposal } from '@/app/register/data';
import type { Actor } from './actor';
import { mutate } from './mutate';
import { Refusal } from './refusal';
import { insertSmallRegister, openTestRegister, type TestRegister } from './register.fixture';

let register: TestRegister;
let auditor: Actor;
let steward: Actor;
let both: Actor;

beforeAll(async () => {
  register = await openTestRegister();
  auditor = await register.person('Auditor', ['auditor']);
  steward = await register.person('Steward', ['data_steward']);
  both = await register.person('Both', ['risk_officer', 'approver']);
});

afterAll(() => register.close());

async function newestEvents(count: number) {
  const { rows } = await register.owner.query(
    `select actor_name, action, entity, entity_id, after, reason from history_event order by seq desc limit $1`,
    [count],
  );
  return rows;
}

const addSupplier = (actor: Actor, name: string, fails?: Error) =>
  mutate(
    actor,
    { permission: 'record:write', schema: z.string(), input: name, reason: 'Asked by phone' },
    async (transaction, input) => {
      await transaction.supplier.create({ data: { name: input } });
      if (fails) throw fails;
    },
  );

describe('a change', () => {
  it('stands in the history with the reason that was given', async () => {
    expect(await addSupplier(steward, 'Baltic Chandlery')).toMatchObject({ ok: true });
    expect((await newestEvents(1))[0]).toMatchObject({
      actor_name: 'Steward',
      action: 'insert',
      entity: 'supplier',
      reason: 'Asked by phone',
    });
  });
});

describe('a refusal for want of permission', () => {
  const refused = (actor_name: string, entity_id: string, message: string) => [
    {
      actor_name,
      action: 'refused',
      entity: 'permission',
      entity_id,
      after: { message },
      reason: '',
    },
  ];

  it('is recorded when the roles do not allow it', async () => {
    expect(await addSupplier(auditor, 'Other')).toMatchObject({ ok: false, kind: 'forbidden' });
    expect(await newestEvents(1)).toEqual(
      refused('Auditor', 'record:write', 'Your roles do not allow this.'),
    );
  });

  it('is recorded though what it refuses is rolled back', async () => {
    const fails = new Refusal('forbidden', 'Not this one.');
    expect(await addSupplier(steward, 'Rolled back', fails)).toMatchObject({ kind: 'forbidden' });
    expect(await newestEvents(1)).toEqual(refused('Steward', 'record:write', 'Not this one.'));
    const { rowCount } = await register.owner.query(
      `select from supplier where name = 'Rolled back'`,
    );
    expect(rowCount).toBe(0);
  });

  it('is recorded when the database refuses it, as an approval of one’s own', async () => {
    const { deployments } = await insertSmallRegister(register.owner);
    await mutate(
      both,
      { permission: 'decision:propose', schema: z.null(), input: null },
      (transaction) =>
        insertProposal(transaction, {
          selection: { ids: [deployments.official] },
          outcome: 'monitor',
          advisory: '',
          basisReason: 'A cautious reading',
          rationale: '',
          dueOn: null,
          expiresOn: null,
          leaveOutWaiting: false,
        }),
    );
    const { rows } = await register.owner.query('select id, content_hash from decision');
    const approval = await mutate(
      both,
      { permission: 'decision:approve', schema: recordInput, input: rows[0] },
      (transaction, { id }) =>
        insertStep(transaction, 'approve', {
          id,
          contentHash: rows[0].content_hash,
          comment: '',
        }),
    );
    expect(approval).toMatchObject({ ok: false, kind: 'forbidden' });
    expect(await newestEvents(1)).toEqual(
      refused('Both', 'decision:approve', 'Who proposes a decision cannot approve or reject it.'),
    );
  });

  it('is not a name that is taken, or a field that is empty', async () => {
    const [before] = await newestEvents(1);
    expect(await addSupplier(steward, 'Baltic Chandlery')).toMatchObject({ kind: 'conflict' });
    expect((await newestEvents(1))[0]).toEqual(before);
  });
});
