import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { isSigned } from '@/app/_domain/history-head';
import { parseTableQuery } from '@/app/_lib/table-query';
import { registerTable } from '@/app/register/table';
import { suppliersTable } from '@/app/suppliers/table';
import type { Actor } from './actor';
import { pool } from './database';
import { insertSmallRegister, openTestRegister, type TestRegister } from './register.fixture';
import { tableExport } from './table-export';
import { readTablePage } from './table-page';

let present: Actor | null = null;
vi.mock('./actor', async (importOriginal) => ({
  ...(await importOriginal<typeof import('./actor')>()),
  currentActor: async () => present,
}));

let register: TestRegister;
let auditor: Actor;
const get = tableExport(registerTable);
const ask = (query = '') => get(new Request(`http://127.0.0.1/register/export.csv${query}`), {});

async function receiptOf(response: Response) {
  const { rows } = await register.owner.query('select * from receipt where id = $1', [
    response.headers.get('receipt-id'),
  ]);
  return rows[0];
}

async function exportEvents(receiptId: string | null) {
  const { rows } = await register.owner.query(
    `select actor_name, access_rank, after from history_event
     where action = 'export' and entity = 'receipt' and entity_id = $1`,
    [receiptId],
  );
  return rows;
}

beforeAll(async () => {
  register = await openTestRegister();
  await insertSmallRegister(register.owner);
  auditor = await register.person('Auditor', ['auditor']);
  present = auditor;
});

afterAll(() => register.close());

describe('an export', () => {
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

  it('of a table that counts deployments is marked by these', async () => {
    const suppliers = tableExport(suppliersTable);
    const response = await suppliers(new Request('http://127.0.0.1/suppliers/export.csv'), {});
    expect(response.headers.get('content-disposition')).toContain('"SECRET_suppliers_');
    await response.text();
  });

  it('answers 400 with every problem and exports nothing for an address that it cannot understand', async () => {
    const response = await ask('?country=Atlantis&colour=red');
    expect(response.status).toBe(400);
    const { problems } = await response.json();
    expect(problems.map(({ parameter }: { parameter: string }) => parameter).sort()).toEqual([
      'colour',
      'country',
    ]);
    expect(response.headers.has('receipt-id')).toBe(false);
  });

  it('is begun by GET alone', async () => {
    const head = new Request('http://127.0.0.1/register/export.csv', { method: 'HEAD' });
    expect((await get(head, {})).status).toBe(405);
  });

  it('is put off while as many run as may', async () => {
    const running = await Promise.all(Array.from({ length: 8 }, () => ask()));
    expect((await ask()).status).toBe(503);
    for (const response of running) expect(response.status).toBe(200);
    await Promise.all(running.map((response) => response.text()));
    const next = await ask();
    expect(next.status).toBe(200);
    await next.text();
  });
});

describe('its receipt', () => {
  it('says who, what and how much, with the hash of the very bytes', async () => {
    const response = await ask('?country=RU&classification.min=SECRET&sort=-system');
    const bytes = new Uint8Array(await response.arrayBuffer());
    const receipt = await receiptOf(response);
    expect(receipt).toMatchObject({
      table_name: 'register',
      query: 'country=RU&classification.min=SECRET&sort=-system',
      columns: registerTable.columns.map(({ name }) => name),
      marking: 'SECRET',
      access_rank: 2,
      state: 'complete',
      row_count: 2,
      byte_count: String(bytes.length),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      exported_by: auditor.id,
      exported_by_name: 'Auditor',
      scope_rank: 3,
      scope_all: true,
    });
    expect(response.headers.get('content-disposition')).toContain(`"${receipt.file_name}"`);
  });

  it('has the number of rows that the page shows and that the file has lines', async () => {
    for (const text of ['', 'classification=OFFICIAL', 'country=SE', 'q=room']) {
      const parsed = parseTableQuery(registerTable, new URLSearchParams(text));
      if (!parsed.ok) throw new Error(text);
      const { total } = await readTablePage(auditor, registerTable, parsed.query);
      const response = await ask(`?${text}`);
      const lines = (await response.text()).trimEnd().split('\n');
      expect(lines.length - 1).toBe(total);
      expect((await receiptOf(response)).row_count).toBe(total);
    }
  });

  it('names the newest change that the export saw, and the head of the history, signed', async () => {
    const response = await ask();
    await response.text();
    const { rows } = await register.owner.query(
      `select (r.as_of = e.at and r.seen_up_to = e.at) as is_same,
         not exists (select from history_event n where n.seq = e.seq + 1 and n.entity <> 'receipt') as is_newest
       from receipt r join history_event e on e.seq = (r.history_head ->> 'seq')::bigint where r.id = $1`,
      [response.headers.get('receipt-id')],
    );
    expect(rows).toEqual([{ is_same: true, is_newest: true }]);
    expect(isSigned((await receiptOf(response)).history_head)).toBe(true);
  });

  it('takes a moment that is asked for, but none that is still to come', async () => {
    const past = await ask('?asOf=2026-01-01');
    await past.text();
    expect((await receiptOf(past)).as_of.toISOString()).toBe('2026-01-01T23:59:59.999Z');
    const today = await ask('?asOf=2999-01-01');
    await today.text();
    const receipt = await receiptOf(today);
    expect(receipt.as_of).toEqual(receipt.seen_up_to);
    expect(receipt.query).toBe('');
  });

  it('is one event of the history, whole and ranked as the file', async () => {
    const response = await ask();
    await response.text();
    const [event, second] = await exportEvents(response.headers.get('receipt-id'));
    expect(second).toBeUndefined();
    expect(event).toMatchObject({ actor_name: 'Auditor', access_rank: 2 });
    const { rows } = await register.owner.query(
      'select to_jsonb(receipt) as receipt from receipt where id = $1',
      [response.headers.get('receipt-id')],
    );
    expect(event.after).toEqual(rows[0].receipt);
  });

  it('stands incomplete before the first byte, as a killed process leaves it', async () => {
    const response = await ask();
    const id = response.headers.get('receipt-id');
    expect(await receiptOf(response)).toMatchObject({
      state: 'incomplete',
      row_count: null,
      byte_count: null,
      sha256: '',
      ended_at: null,
    });
    expect(await exportEvents(id)).toEqual([]);
    await register.owner.query('select end_abandoned_exports()');
    expect((await receiptOf(response)).ended_at).toBeNull();
    await response.text();
  });

  it('is incomplete when the reader goes away, and the connection is given back', async () => {
    for (let time = 0; time < 20; time += 1) {
      const response = await ask();
      await response.body?.cancel();
      expect(await receiptOf(response)).toMatchObject({ state: 'incomplete', sha256: '' });
    }
    expect(await (await ask('?columns=system')).text()).toContain('Chart room');
  });

  it('is incomplete when the database fails midway, and the download fails as well', async () => {
    await register.owner.query(
      `insert into deployment (system_id, product_id, version)
       select s.id, p.id, 'build ' || n from system s, product p, generate_series(1, 5000) n`,
    );
    const response = await ask();
    const reader = response.body?.getReader();
    expect((await reader?.read())?.done).toBe(false);
    const { rowCount } = await pool().query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and query like 'copy %'`,
    );
    expect(rowCount).toBe(1);
    await expect(async () => {
      while (!(await reader?.read())?.done);
    }).rejects.toThrow();
    const receipt = await receiptOf(response);
    expect(receipt).toMatchObject({ state: 'incomplete', row_count: null, sha256: '' });
    expect(Number(receipt.byte_count)).toBeGreaterThan(0);
    const [event] = await exportEvents(receipt.id);
    expect(event.after.state).toBe('incomplete');
    expect(await (await ask('?classification=OFFICIAL')).text()).toContain('build 1');
  });
});
