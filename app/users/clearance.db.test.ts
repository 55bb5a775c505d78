import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { clearanceCeiling, clearances } from '@/app/_domain/clearance';
import { type Actor, actorOfJob } from '@/app/_server/actor';
import { actingFor, connectAs } from '@/app/_server/database';
import { mutate } from '@/app/_server/mutate';
import { openTestRegister, type TestRegister } from '@/app/_server/register.fixture';
import {
  answerClearance,
  countClearancesToGrant,
  findUser,
  insertUser,
  inviteUser,
  updateUser,
} from './data';
import { clearanceAnswer, type UserValues, userChange, userInput } from './schema';

const permission = 'user:manage';
let register: TestRegister;
let ada: Actor;
let alan: Actor;
let people = 0;

beforeAll(async () => {
  register = await openTestRegister();
  ada = await register.person('Ada', ['administrator'], { rank: 0 });
  alan = await register.person('Alan', ['administrator'], { rank: 0 });
});
afterAll(() => register.close());

/** A person who can sign in, not cleared yet. */
let subject: Actor;
beforeEach(async () => {
  people += 1;
  subject = await register.person(`Subject${people}`, ['auditor'], { rank: 0 });
});

const valuesOf = (person: Actor, changed: Partial<UserValues> = {}): UserValues => ({
  name: person.name,
  email: person.email,
  roles: [...person.roles],
  clearance: 'none',
  clearanceExpiresOn: '',
  caveats: [],
  allOrganisations: true,
  organisations: [],
  ...changed,
});

const change = (by: Actor, person: Actor, changed: Partial<UserValues>) =>
  mutate(
    by,
    { permission, schema: userChange, input: { ...valuesOf(person, changed), id: person.id } },
    updateUser,
  );

async function answer(by: Actor, person: Actor, granted: boolean) {
  const user = await findUser(ada, person.id);
  const input = { id: user?.asked?.id, granted };
  return mutate(by, { permission, schema: clearanceAnswer, input }, answerClearance);
}

const runAs = (actor: Actor, sql: string) =>
  connectAs(actingFor(actor), async (connection) => (await connection.query(sql)).rowCount);

async function ceilingOf(person: Actor): Promise<number | undefined> {
  return (await actorOfJob(person.id))?.ceiling;
}

test('the database lets see as much as the domain says', async () => {
  const { rows } = await register.owner.query<{ ceiling: number }>(
    'select clearance_ceiling(clearance) as ceiling from unnest($1::text[]) clearance',
    [clearances],
  );
  expect(rows.map(({ ceiling }) => ceiling)).toEqual(clearances.map(clearanceCeiling));
});

test('an expired clearance lets see nothing classified', async () => {
  const until = async (day: string) => {
    await change(ada, subject, { clearance: 'CTC', clearanceExpiresOn: day });
    return ceilingOf(subject);
  };
  const today = new Date().toISOString().slice(0, 10);
  expect(await until(today)).toBe(1);
  expect(await until('2017-12-01')).toBe(0);
});

test('what opens OFFICIAL is given at once', async () => {
  expect(await change(ada, subject, { clearance: 'BPSS' })).toMatchObject({ ok: true });
  expect(await ceilingOf(subject)).toBe(1);
});

test('what opens SECRET waits for another administrator, and the rest is saved', async () => {
  const waiting = await countClearancesToGrant(alan);
  const wanted = {
    clearance: 'SC',
    clearanceExpiresOn: '2035-01-31',
    roles: ['approver'],
  } as const;
  expect(await change(ada, subject, { ...wanted, roles: [...wanted.roles] })).toMatchObject({
    ok: true,
  });
  expect(await findUser(alan, subject.id)).toMatchObject({
    roles: ['approver'],
    clearance: 'none',
    asked: { clearance: 'SC', requestedByName: 'Ada' },
  });
  expect(await ceilingOf(subject)).toBe(0);
  expect(await countClearancesToGrant(alan)).toBe(waiting + 1);

  expect(await answer(ada, subject, true)).toMatchObject({ kind: 'forbidden' });
  expect(await ceilingOf(subject)).toBe(0);
  expect(await answer(alan, subject, true)).toMatchObject({ ok: true });
  expect(await ceilingOf(subject)).toBe(2);
  expect(await findUser(ada, subject.id)).toMatchObject({
    clearance: 'SC',
    clearanceExpiresOn: new Date('2035-01-31'),
    asked: null,
  });
  const { rows } = await register.owner.query(
    `select actor_name, action from history_event where entity = 'clearance_request'
       and (after ->> 'user_id')::uuid = $1 order by seq`,
    [subject.id],
  );
  expect(rows).toEqual([
    { actor_name: 'Ada', action: 'insert' },
    { actor_name: 'Alan', action: 'update' },
  ]);
});

test('a longer SC waits as well; a lower clearance and an earlier end do not', async () => {
  await change(ada, subject, { clearance: 'SC', clearanceExpiresOn: '2030-01-31' });
  await answer(alan, subject, true);
  await change(ada, subject, { clearance: 'SC', clearanceExpiresOn: '2031-01-31' });
  expect(await findUser(ada, subject.id)).toMatchObject({
    clearanceExpiresOn: new Date('2030-01-31'),
    asked: { clearanceExpiresOn: new Date('2031-01-31') },
  });
  expect(await answer(alan, subject, false)).toMatchObject({ ok: true });
  await change(ada, subject, { clearance: 'SC', clearanceExpiresOn: '2029-01-31' });
  expect(await findUser(ada, subject.id)).toMatchObject({
    clearanceExpiresOn: new Date('2029-01-31'),
    asked: null,
  });
  await change(ada, subject, { clearance: 'BPSS' });
  expect(await ceilingOf(subject)).toBe(1);
});

test('a new user with DV begins without', async () => {
  const input = valuesOf(subject, { name: 'Dee', email: 'dee@example.test', clearance: 'DV' });
  const outcome = await mutate(ada, { permission, schema: userInput, input }, insertUser);
  if (!outcome.ok) throw new Error(outcome.message);
  const { id, invitation } = outcome.value;
  const found = await findUser(alan, id);
  expect(found).toMatchObject({ clearance: 'none', asked: { clearance: 'DV' } });
  // Whoever holds the link could use it.
  const grant = () =>
    mutate(
      alan,
      { permission, schema: clearanceAnswer, input: { id: found?.asked?.id, granted: true } },
      answerClearance,
    );
  expect(await grant()).toMatchObject({ kind: 'conflict' });
  expect(invitation.link).toContain('token=');
  await register.owner.query('update invitation set used_at = now() where user_id = $1', [id]);
  expect(await grant()).toMatchObject({ ok: true });
});

test('a new password link suspends what one administrator could not have given', async () => {
  await change(ada, subject, { clearance: 'DV' });
  await answer(alan, subject, true);
  expect(await ceilingOf(subject)).toBe(3);
  await mutate(
    ada,
    { permission, schema: clearanceAnswer.omit({ granted: true }), input: { id: subject.id } },
    (transaction, { id }) => inviteUser(transaction, id),
  );
  expect(await ceilingOf(subject)).toBe(0);
  expect(await findUser(alan, subject.id)).toMatchObject({
    asked: { clearance: 'DV', requestedBy: ada.id },
  });
  expect(await answer(ada, subject, true)).toMatchObject({ kind: 'forbidden' });
});

test('nobody asks for or grants a clearance of their own', async () => {
  await change(ada, subject, { clearance: 'SC' });
  await register.owner.query(
    `insert into role_assignment (user_id, role) values ($1, 'administrator')`,
    [subject.id],
  );
  const candidate = (await actorOfJob(subject.id)) as Actor;
  expect(await answer(candidate, subject, true)).toMatchObject({ kind: 'forbidden' });
  expect(await change(candidate, candidate, { clearance: 'DV' })).toMatchObject({
    kind: 'forbidden',
  });
});

test.each([
  ['given by hand', (id: string) => `update "user" set clearance = 'SC' where id = '${id}'`],
  [
    'given to a new user by hand',
    () => `insert into "user" (name, email, clearance) values ('Eve', 'eve@example.test', 'DV')`,
  ],
  [
    'granted by hand',
    (id: string) => `update clearance_request set state = 'granted' where user_id = '${id}'`,
  ],
  [
    'asked for as if by another',
    (id: string) =>
      `insert into clearance_request (user_id, clearance, requested_by) values ('${id}', 'DV', '${alan.id}');
       select decide_clearance(id, true) from clearance_request where user_id = '${id}' and state = 'waiting'`,
  ],
  [
    'asked for oneself',
    () => `insert into clearance_request (user_id, clearance) values ('${ada.id}', 'DV')`,
  ],
])('SECRET cannot be %s', async (_, sql) => {
  await expect(runAs(ada, sql(subject.id))).rejects.toThrow(
    /two administrators|permission denied|cannot grant it|their own rights/,
  );
  expect(await ceilingOf(subject)).toBe(0);
});

test('one request waits at a time: the newest', async () => {
  await change(ada, subject, { clearance: 'SC' });
  await change(alan, subject, { clearance: 'DV' });
  expect(await findUser(ada, subject.id)).toMatchObject({
    asked: { clearance: 'DV', requestedByName: 'Alan' },
  });
  const { rows } = await register.owner.query(
    'select state from clearance_request where user_id = $1 order by requested_at',
    [subject.id],
  );
  expect(rows.map(({ state }) => state)).toEqual(['withdrawn', 'waiting']);
});
