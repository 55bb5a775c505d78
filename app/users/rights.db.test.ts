import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@/app/_server/actor';
import { actingFor, connectAs } from '@/app/_server/database';
import { openTestRegister, type TestRegister } from '@/app/_server/register.fixture';

// As the application's role, whose SQL may hold any mistake.

let register: TestRegister;
let ada: Actor;
let alan: Actor;
let olive: Actor;

beforeAll(async () => {
  register = await openTestRegister();
  ada = await register.person('Ada', ['administrator'], { rank: 0 });
  alan = await register.person('Alan', ['administrator'], { rank: 0 });
  olive = await register.person('Olive', ['risk_officer'], { rank: 1 });
});
afterAll(() => register.close());

const run = (acting: Parameters<typeof connectAs>[0], sql: string) =>
  connectAs(acting, async (connection) => (await connection.query(sql)).rowCount);

const runAs = (actor: Actor, sql: string) => run(actingFor(actor), sql);

const changes = [
  ['clearance', (id: string) => `update "user" set clearance = 'CTC' where id = '${id}'`],
  [
    'expiry of the clearance',
    (id: string) => `update "user" set clearance_expires_on = '2027-01-01' where id = '${id}'`,
  ],
  [
    'organisations',
    (id: string) => `update "user" set all_organisations = false where id = '${id}'`,
  ],
  ['address', (id: string) => `update "user" set email = 'other@example.test' where id = '${id}'`],
  ['being disabled', (id: string) => `update "user" set disabled = true where id = '${id}'`],
  [
    'roles',
    (id: string) => `insert into role_assignment (user_id, role) values ('${id}', 'approver')`,
  ],
] as const;

describe.each(changes)('%s', (_, change) => {
  const undone = (sql: string) => `${sql}; select 1/0`;

  test('cannot be changed by the person, nor by other people without the role', async () => {
    for (const id of [olive.id, ada.id]) {
      // Refused, or as if there were nobody to change.
      const rows = await runAs(olive, change(id)).catch((error: Error) => error.message);
      expect([0, 'Only an administrator adds people or changes their rights.']).toContain(rows);
    }
  });

  test('cannot be changed by an administrator for themselves', async () => {
    await expect(runAs(ada, change(ada.id))).rejects.toThrow('Nobody changes their own rights');
  });

  test('cannot be changed by nobody', async () => {
    const nobody = { actorId: '', changeId: '00000000-0000-4000-8000-000000000000' };
    await expect(run(nobody, change(olive.id))).rejects.toThrow('Only an administrator');
  });

  test('can be changed by an administrator for somebody else', async () => {
    await expect(runAs(ada, undone(change(olive.id)))).rejects.toThrow('division by zero');
  });
});

test('nobody is handed a role that somebody else holds', async () => {
  const theft = `update role_assignment set user_id = '${olive.id}' where user_id = '${ada.id}'`;
  await expect(runAs(olive, theft)).resolves.toBe(0);
  await expect(runAs(ada, theft)).rejects.toThrow('Nobody changes their own rights');
});

test('a user cannot be made or removed by somebody without the role', async () => {
  const insertion = `insert into "user" (name, email, clearance) values ('Eve', 'eve@example.test', 'CTC')`;
  await expect(runAs(olive, insertion)).rejects.toThrow('Only an administrator');
  await expect(runAs(ada, `delete from "user" where id = '${olive.id}'`)).rejects.toThrow(
    'permission denied',
  );
});

test('what sign-in notes on its own needs no administrator', async () => {
  const note = `update "user" set updated_at = now() where id = '${olive.id}'`;
  const nobody = { actorId: '', changeId: '00000000-0000-4000-8000-000000000000' };
  await expect(run(nobody, note)).resolves.toBe(1);
});

test('two administrators who disable each other at once leave one', async () => {
  const disable = (by: Actor, other: Actor) =>
    runAs(by, `update "user" set disabled = true where id = '${other.id}'`);
  await Promise.allSettled([disable(ada, alan), disable(alan, ada)]);
  const { rows } = await register.owner.query(
    `select count(*)::integer as enabled from "user" where id in ($1, $2) and not disabled`,
    [ada.id, alan.id],
  );
  expect(rows).toEqual([{ enabled: 1 }]);
});
