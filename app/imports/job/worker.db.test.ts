import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/app/_server/actor';
import { startWorker, stopWorkers } from '@/app/_server/jobs';
import { openTestRegister, type TestRegister } from '@/app/_server/register.fixture';
import { findImport, requestRehearsal } from '../data';
import { change, upload } from '../import.fixture';
import { importWorker } from './run';

let register: TestRegister;
let steward: Actor;

beforeAll(async () => {
  register = await openTestRegister();
  steward = await register.person('Steward', ['data_steward']);
  await startWorker('import', importWorker);
});

afterAll(async () => {
  await stopWorkers();
  await register.close();
});

async function stateOf(id: string) {
  return (await findImport(steward, id)).state;
}

describe('the worker of imports', () => {
  it('takes a job that was asked for', async () => {
    const { id } = await upload(steward, 'supplier\nMoor Ltd\n');
    await change(steward, (transaction) => requestRehearsal(transaction, steward, id));
    await vi.waitFor(async () => expect(await stateOf(id)).toBe('rehearsed'), { timeout: 10_000 });
  });

  it('takes over what another process left when it was killed', async () => {
    const { id } = await upload(steward, 'supplier\nHeath Ltd\n');
    await register.owner.query(
      `update import_batch set state = 'rehearsing', progress = 40, message = 'Reading', requested_by = $2 where id = $1`,
      [id, steward.id],
    );
    await vi.waitFor(async () => expect(await stateOf(id)).toBe('rehearsed'), { timeout: 15_000 });
  });

  it('gives up what was asked for by somebody who may no longer sign in', async () => {
    const leaver = await register.person('Leaver', ['data_steward']);
    const { id } = await upload(steward, 'supplier\nFen Ltd\n');
    await register.owner.query(`update "user" set disabled = true where id = $1`, [leaver.id]);
    await register.owner.query(
      `update import_batch set state = 'rehearsing', requested_by = $2 where id = $1`,
      [id, leaver.id],
    );
    await vi.waitFor(async () => expect(await stateOf(id)).toBe('uploaded'), { timeout: 15_000 });
  });
});
