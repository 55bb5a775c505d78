import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordInput } from '@/app/_lib/fields';
import type { Actor } from '@/app/_server/actor';
import { mutate } from '@/app/_server/mutate';
import {
  insertSmallRegister,
  openTestRegister,
  type SmallRegister,
  type TestRegister,
} from '@/app/_server/register.fixture';
import { insertDeployment, readDeployment, removeDeployment, updateDeployment } from './data';
import { deploymentChange, deploymentInput } from './schema';

let register: TestRegister;
let small: SmallRegister;
let steward: Actor;
let official: Actor;

beforeAll(async () => {
  register = await openTestRegister();
  small = await insertSmallRegister(register.owner);
  steward = await register.person('Steward', ['data_steward']);
  official = await register.person('Official', ['risk_officer'], { rank: 1 });
});

afterAll(() => register.close());

const permission = 'record:write';
const running = { version: '', installations: '', status: 'in_use', owner: '', notes: '' };

const add = (actor: Actor, systemId: string, changes: Record<string, unknown> = {}) =>
  mutate(
    actor,
    {
      permission,
      schema: deploymentInput,
      input: { ...running, systemId, productId: small.product, ...changes },
    },
    insertDeployment,
  );

const change = (actor: Actor, id: string, changes: Record<string, unknown>) =>
  mutate(
    actor,
    { permission, schema: deploymentChange, input: { ...running, id, ...changes } },
    updateDeployment,
  );

const remove = (actor: Actor, id: string) =>
  mutate(actor, { permission, schema: recordInput, input: { id } }, (transaction) =>
    removeDeployment(transaction, id),
  );

it('adds a deployment, which is a row of the register at once', async () => {
  const added = await add(steward, small.systems.official, {
    version: '7.1',
    installations: '290000',
  });
  if (!added.ok) throw new Error(added.message);
  const { rows } = await register.owner.query(
    `select version, installations, system from register_entry where deployment_id = $1`,
    [added.value.id],
  );
  expect(rows).toEqual([{ version: '7.1', installations: 290000, system: 'Post room' }]);
  expect(await remove(steward, added.value.id)).toMatchObject({ ok: true });
  expect(await readDeployment(steward, added.value.id)).toBeNull();
});

it('changes how it runs', async () => {
  const id = small.deployments.official;
  expect(
    await change(steward, id, { status: 'retired', installations: '0', owner: 'Clerk' }),
  ).toMatchObject({ ok: true });
  expect(await readDeployment(steward, id)).toMatchObject({
    status: 'retired',
    installations: 0,
    owner: 'Clerk',
  });
});

it('refuses the same version of a product twice on a system', async () => {
  expect(await add(steward, small.systems.official)).toMatchObject({
    kind: 'conflict',
    fields: { version: expect.any(String) },
  });
});

it('keeps SECRET deployments and systems from somebody cleared to OFFICIAL', async () => {
  const { secret } = small.deployments;
  expect(await readDeployment(official, secret)).toBeNull();
  const before = await readDeployment(steward, secret);
  const hidden = { ok: false, kind: 'not_found' };
  expect(await change(official, secret, { status: 'retired' })).toMatchObject(hidden);
  expect(await remove(official, secret)).toMatchObject(hidden);
  expect(await add(official, small.systems.secret, { version: '9' })).toMatchObject({
    ...hidden,
    fields: { systemId: 'Choose a system.' },
  });
  expect(await readDeployment(steward, secret)).toEqual(before);
});

it('keeps a deployment for which something was decided', async () => {
  const id = small.deployments.unsettled;
  await register.owner.query(
    `with as_person as (select set_config('app.actor_id', $2, false))
     insert into decision (deployment_id, proposal_id, outcome, basis, facts, content_hash, proposed_by_name)
     select $1, gen_random_uuid(), 'monitor', 'advised', '{}', '', '' from as_person`,
    [id, official.id],
  );
  expect(await remove(steward, id)).toMatchObject({
    kind: 'conflict',
    message: expect.stringMatching(/Retired/),
  });
});
