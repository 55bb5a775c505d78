import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseTableQuery } from '@/app/_lib/table-query';
import { withPaging } from '@/app/_lib/table-query-changes';
import type { Actor } from '@/app/_server/actor';
import { actingFor, connectAs, copyOut } from '@/app/_server/database';
import {
  insertSmallRegister,
  openTestRegister,
  type SmallRegister,
  type TestRegister,
} from '@/app/_server/register.fixture';
import { csvStatement } from '@/app/_server/table-csv-sql';
import { registerChangesPage } from './data';
import { registerChangesTable } from './table';

let register: TestRegister;
let small: SmallRegister;
let auditor: Actor;
let official: Actor;

beforeAll(async () => {
  register = await openTestRegister();
  small = await insertSmallRegister(register.owner);
  auditor = await register.person('Auditor', ['auditor']);
  official = await register.person('Official', ['auditor'], { rank: 1 });
});

afterAll(() => register.close());

async function newest(): Promise<string> {
  const { rows } = await register.owner.query<{ at: string }>(
    'select history_instant(at) as at from history_event order by seq desc limit 1',
  );
  return rows[0]?.at as string;
}

/** Changes the write model, and gives the moment before. */
async function change(text: string, values: unknown[] = []): Promise<string> {
  const before = await newest();
  await register.owner.query(text, values);
  return before;
}

function query(params: Record<string, string>) {
  const parsed = parseTableQuery(registerChangesTable, new URLSearchParams(params));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.query;
}

/** Each change as `change field: before → after`, by deployment. */
async function changes(actor: Actor, params: Record<string, string>): Promise<string[]> {
  const { rows, total } = await registerChangesPage(actor, query(params));
  expect(rows).toHaveLength(total);
  const names = Object.entries(small.deployments);
  return rows.map(({ deployment_id, change, field, before, after }) => {
    const name = names.find(([, id]) => id === deployment_id)?.[0] ?? 'new';
    return change === 'changed'
      ? `${name} ${field}: ${before} → ${after}`
      : `${name} ${change}${field}${before}${after}`;
  });
}

it('says what is another, field by field, as the file of the register has it', async () => {
  const { official: one, secret } = small.deployments;
  const from = await change(
    `update deployment set version = '12', installations = 7 where id = $1`,
    [one],
  );
  await change(`update deployment set status = 'retired', installations = null where id = $1`, [
    secret,
  ]);
  await change(`update deployment set installations = null where id = $1`, [one]);
  expect(await changes(auditor, { from })).toEqual([
    'secret status: in_use → retired',
    'official version:  → 12',
  ]);
});

it('counts what came and went in between for nothing, and puts moments where they belong', async () => {
  const { secret } = small.deployments;
  const from = await change(`update deployment set owner = 'Desk' where id = $1`, [secret]);
  const to = await change(`update deployment set owner = '' where id = $1`, [secret]);
  expect(await changes(auditor, { from })).toEqual([]);
  expect(await changes(auditor, { from, to })).toEqual(['secret owner:  → Desk']);
  expect(await changes(auditor, { from: to })).toEqual(['secret owner: Desk → ']);
  expect(await changes(auditor, { from: to, to: from })).toEqual([]);
});

it('tells rows that are new from rows that are gone', async () => {
  const from = await change(
    `insert into deployment (system_id, product_id, version) values ($1, $2, 'new')`,
    [small.systems.secret, small.product],
  );
  const to = await change(`delete from deployment where version = 'new'`);
  expect(await changes(auditor, { from, to })).toEqual(['new added']);
  expect(await changes(auditor, { from: to })).toEqual(['new gone']);
  expect(await changes(auditor, { from })).toEqual([]);
});

it('is filtered by what the row says later, and by what changed', async () => {
  const from = await change(`update origin_fact set country = 'NL'`);
  await change(`update product set category = 'network'`);
  expect(await changes(auditor, { from, field: 'country_of_origin' })).toHaveLength(3);
  expect(await changes(auditor, { from, country: 'NL' })).toHaveLength(6);
  expect(await changes(auditor, { from, country: 'RU' })).toEqual([]);
  expect(await changes(auditor, { from, country: 'NL', classification: 'OFFICIAL' })).toEqual([
    'official country_of_origin: RU → NL',
    'official product_category: antivirus → network',
  ]);
  const { facets } = await registerChangesPage(auditor, query({ from }));
  expect(facets.field).toEqual([
    { value: 'country_of_origin', count: 3 },
    { value: 'product_category', count: 3 },
  ]);
});

it('shows nobody what is above the own clearance at either moment', async () => {
  const { official: one } = small.systems;
  const from = await change(`update system set classification = 'SECRET' where id = $1`, [one]);
  expect(await changes(auditor, { from })).toEqual(['official classification: OFFICIAL → SECRET']);
  expect(await changes(official, { from })).toEqual([]);
  const to = await change(`update system set classification = 'OFFICIAL' where id = $1`, [one]);
  // Without a row that may be seen at the one moment it is as if there were none.
  expect(await changes(official, { from, to })).toEqual(['official gone']);
  expect(await changes(official, { from: to })).toEqual(['official added']);
});

it('is paged by key, and the file holds the same lines in the same order', async () => {
  const from = await change(
    `insert into deployment (system_id, product_id, version) select $1, $2, 'v' || i from generate_series(1, 120) i`,
    [small.systems.secret, small.product],
  );
  const seen: string[] = [];
  let asked = query({ from });
  for (;;) {
    const { rows, next } = await registerChangesPage(auditor, asked);
    seen.push(...rows.map(({ deployment_id }) => deployment_id));
    if (!next) break;
    asked = withPaging(asked, { direction: 'after', key: next });
  }
  expect(new Set(seen).size).toBe(120);
  const file = await connectAs(actingFor(auditor), async (connection) => {
    let text = '';
    for await (const piece of copyOut(
      connection,
      csvStatement(registerChangesTable, query({ from })),
    )) {
      text += piece;
    }
    return text;
  });
  const [header, ...lines] = file.trimEnd().split('\n');
  expect(header).toMatch(
    /^deployment_id,supplier,.*,change,field,before,after,.*protective_marking$/,
  );
  expect(lines.map((line) => line.split(',')[0])).toEqual(seen);
});

it('needs to know from when', () => {
  expect(parseTableQuery(registerChangesTable, new URLSearchParams('to=2026-11-01')).ok).toBe(
    false,
  );
  expect(parseTableQuery(registerChangesTable, new URLSearchParams('from=soon')).ok).toBe(false);
});
