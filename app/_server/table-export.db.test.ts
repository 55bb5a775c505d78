import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { registerTable } from '@/app/register/table';
import type { Actor } from './actor';
import { insertSmallRegister, openTestRegister, type TestRegister } from './register.fixture';
import { tableExport } from './table-export';

let present: Actor | null = null;
vi.mock('./actor', async (importOriginal) => ({
  ...(await importOriginal<typeof import('./actor')>()),
  currentActor: async () => present,
}));

let register: TestRegister;
const get = tableExport(registerTable);
const ask = (query = '') => get(new Request(`http://127.0.0.1/register/export.csv${query}`), {});

const lastExport = async () => {
  const { rows } = await register.owner.query(
    `select actor_name, after from history_event where action = 'export' order by seq desc limit 1`,
  );
  return rows[0];
};

beforeAll(async () => {
  register = await openTestRegister();
  await insertSmallRegister(register.owner);
  present = await register.person('Auditor', ['auditor']);
});

afterAll(() => register.close());

it('is marked by the highest row that it holds, in its name and on each line', async () => {
  const response = await ask('?columns=system,protective_marking&sort=system');
  expect(response.headers.get('content-disposition')).toMatch(
    /^attachment; filename="SECRET_register_\d{4}-\d\d-\d\dT\d{4}Z\.csv"$/,
  );
  expect(await response.text()).toBe(
    'system,protective_marking\nChart room,SECRET\nLiaison,SECRET\nPost room,SECRET\n',
  );
  const official = await ask('?classification=OFFICIAL&columns=protective_marking');
  expect(await official.text()).toBe('protective_marking\nOFFICIAL\n');
});

it('is recorded with who, what and the hash of its bytes', async () => {
  const bytes = new Uint8Array(await (await ask('?country=RU')).arrayBuffer());
  const hash = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
  expect(await lastExport()).toEqual({
    actor_name: 'Auditor',
    after: { complete: true, byteCount: bytes.length, sha256: hash, query: 'country=RU' },
  });
});

it('is recorded as incomplete when the reader goes away, and gives its connection back', async () => {
  for (let time = 0; time < 20; time += 1) await (await ask()).body?.cancel();
  expect((await lastExport()).after).toMatchObject({ complete: false, sha256: '' });
  expect(await (await ask('?columns=system')).text()).toContain('Chart room');
});

it('answers 400 with every problem and exports nothing for an address that it cannot understand', async () => {
  const response = await ask('?country=Atlantis&colour=red');
  expect(response.status).toBe(400);
  const { problems } = await response.json();
  expect(problems.map(({ parameter }: { parameter: string }) => parameter).sort()).toEqual([
    'colour',
    'country',
  ]);
});
