import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestRegister, type TestRegister } from '@/app/_server/register.fixture';
import { loadSampleRegister } from '@/prisma/seed/sample';
import { exportedRegister, rehearse } from '../import.fixture';

let register: TestRegister;

beforeAll(async () => {
  register = await openTestRegister();
  await loadSampleRegister(register.database.ownerUrl, { password: 'a password for tests' });
});

afterAll(() => register.close());

it('changes nothing when the register that it came from takes it in', async () => {
  const steward = await register.person('Importer', ['data_steward']);
  const { problems, counts } = await rehearse(steward, await exportedRegister(steward), {
    kind: 'inventory',
  });
  expect(problems).toEqual([]);
  expect(counts.deployment).toEqual({ new: 0, changed: 0, unchanged: 1500 });
  for (const [entity, count] of Object.entries(counts)) {
    expect(count, entity).toMatchObject({ new: 0, changed: 0 });
  }
});
