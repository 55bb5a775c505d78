import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { noHash, type SignedHead, signHead } from '../../app/_domain/history-head.ts';
import { keptHistoryKey } from '../history-key.ts';
import { createTestDatabase, type TestDatabase } from '../testing.ts';
import { verifyHistory } from './verify.ts';

let database: TestDatabase;
let owner: pg.Client;
let folder: string;
const said: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(`insert into supplier (name) values ('Severny Software'), ('Chandler')`);
  folder = join(process.env.DATA_DIR ?? '', 'register');
  await mkdir(folder);
  vi.stubEnv('DATABASE_URL', database.ownerUrl);
  for (const method of ['log', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((line) => said.push(line));
  }
});

beforeEach(() => {
  said.length = 0;
});

afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await owner.end();
  await database.drop();
});

async function head(): Promise<SignedHead> {
  const { rows } = await owner.query<{ seq: string; hash: string }>(
    `select seq::text, encode(hash, 'hex') as hash from history_head()`,
  );
  const [newest = { seq: '0', hash: noHash }] = rows;
  const at = new Date().toISOString();
  return signHead(
    { ...newest, register: noHash, at },
    keptHistoryKey(process.env.HISTORY_KEY_FILE ?? ''),
  );
}

it('says what it checked, and that without heads the end is not proven', async () => {
  expect(await verifyHistory([])).toBe(0);
  expect(said.join('\n')).toMatch(/The history is whole: 2 events/);
  expect(said.join('\n')).toMatch(/whether the newest events were cut off cannot be told/);
});

it('holds the written heads, and those that it is given, against the database', async () => {
  await writeFile(join(folder, 'history-heads.jsonl'), `${JSON.stringify(await head())}\n`);
  expect(await verifyHistory(['--head', JSON.stringify({ historyHead: await head() })])).toBe(0);
  expect(said.join('\n')).toMatch(/1 signed head in .* agree/);
});

it('ends with 1 and the first thing that is wrong', async () => {
  const ahead = JSON.stringify(await head());
  const hidden = (sql: string) =>
    owner.query(
      `begin; alter table history_event disable trigger user; ${sql}; alter table history_event enable trigger user; commit`,
    );
  await owner.query('create table kept as select * from history_event where seq = 2');
  await hidden('delete from history_event where seq = 2');
  expect(await verifyHistory(['--head', ahead])).toBe(1);
  expect(said).toEqual([expect.stringMatching(/^Event 2 is missing: .* cut off\.$/)]);
  await hidden('insert into history_event select * from kept');
});

it.each([
  [['--export'], /argument missing/],
  [['--head', 'nothing'], /There is no signed head in nothing/],
  [['--whatever'], /Unknown option/],
])('explains itself when it is called with %j', async (args, words) => {
  expect(await verifyHistory(args)).toBe(1);
  expect(said.join('\n')).toMatch(words);
  expect(said.join('\n')).toMatch(/Usage: npm run history:verify/);
});
