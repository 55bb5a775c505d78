import { buffer } from 'node:stream/consumers';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { encodePagingKey } from '@/app/_lib/paging-key';
import { parseTableQuery } from '@/app/_lib/table-query';
import type { Actor } from '@/app/_server/actor';
import { actingFor, connectAs } from '@/app/_server/database';
import { openTestRegister, type TestRegister } from '@/app/_server/register.fixture';
import type { Statement } from '@/app/_server/table-conditions';
import { facetsStatement, totalStatement } from '@/app/_server/table-count-sql';
import { tableExport } from '@/app/_server/table-export';
import { pageStatement } from '@/app/_server/table-sql';
import { take } from '@/app/imports/import.fixture';
import { type EstateLine, estateOf, systemWords } from '@/prisma/bench/estate';
import { inventoryFile } from '@/prisma/bench/inventory-file';
import { madeUpWord } from '@/prisma/bench/made-up';
import { registerTable } from './table';

/*
 * What must not grow with the register. Blocks that the database touches are counted, since unlike
 * times they are the same on every machine and in every run.
 */

const sizes = { small: 1_500, large: 12_000 } as const;
// As many organisations in both, so that only the number of deployments differs.
const estate = { ...estateOf(sizes.large), organisations: 20 };

const queries = {
  'the first page': '',
  'three filters': 'country=RU&classification.min=SECRET&category=antivirus',
  'a search with few matches': `q=${madeUpWord(systemWords + 50)}`,
  'the last page': '',
};
type Query = keyof typeof queries;
const parts = ['page', 'total', 'facets'] as const;
type Part = (typeof parts)[number];
type Blocks = Record<Query, Record<Part, number>>;

let present: Actor | null = null;
let exporting: PoolClient | undefined;
vi.mock('@/app/_server/actor', async (importOriginal) => ({
  ...(await importOriginal<typeof import('@/app/_server/actor')>()),
  currentActor: async () => present,
}));
vi.mock('@/app/_server/database', async (importOriginal) => {
  const original = await importOriginal<typeof import('@/app/_server/database')>();
  return {
    ...original,
    copyOut: (connection: PoolClient, text: string) => {
      exporting = connection;
      return original.copyOut(connection, text);
    },
  };
});

let register: TestRegister;
let actor: Actor;
const blocks: Partial<Record<keyof typeof sizes, Blocks>> = {};
const readAhead: Partial<Record<keyof typeof sizes, number>> = {};

beforeAll(async () => {
  register = await openTestRegister();
  actor = await register.person('Steward', ['data_steward', 'auditor']);
  present = actor;
  for (const size of ['small', 'large'] as const) {
    await take(actor, await buffer(inventoryFile(estate, { lines: sizes[size], change: plain })));
    await register.owner.query('vacuum analyze');
    await lookFor();
    blocks[size] = await touchedBlocks();
    readAhead[size] = await readAheadOfReader();
  }
}, 240_000);

/** Of few values, so that their combinations are all there early; what is embedded may not be. */
function plain(line: EstateLine): EstateLine {
  const isRussian = line.country_of_origin === 'RU';
  const isAntivirus = /^(antivirus|endpoint|network|firewall)$/.test(line.product_category);
  return {
    ...line,
    components: '',
    country_of_origin: isRussian ? 'RU' : 'DE',
    origin_facet: 'headquarters',
    product_category: isAntivirus ? 'antivirus' : 'other',
  };
}

afterAll(() => register.close());

/** The key of the page before the last. */
async function lookFor(): Promise<void> {
  const { rows } = await register.owner.query<{ key: string[] }>(
    `select array[supplier, product, deployment_id::text] as key from register_entry where valid_to = 'infinity'
     order by supplier desc, product desc, deployment_id desc offset 50 limit 1`,
  );
  queries['the last page'] = `after=${encodePagingKey(rows[0]?.key ?? [])}`;
}

async function touchedBlocks(): Promise<Blocks> {
  const found = {} as Blocks;
  for (const name of Object.keys(queries) as Query[]) {
    const parsed = parseTableQuery(registerTable, new URLSearchParams(queries[name]));
    if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.problems)}`);
    found[name] = {
      page: await blocksOf(pageStatement(registerTable, parsed.query)),
      total: await blocksOf(totalStatement(registerTable, parsed.query)),
      facets: await blocksOf(facetsStatement(registerTable, parsed.query)),
    };
  }
  return found;
}

/** Of 8 kB, that the statement reads, from memory or disk. */
function blocksOf(statement: Statement | undefined): Promise<number> {
  if (!statement) throw new Error('The register counts its facets.');
  return connectAs(actingFor(actor), async (connection) => {
    const { rows } = await connection.query({
      text: `explain (analyze, buffers, timing off, format json) ${statement.text}`,
      values: statement.values,
    });
    const { Plan: plan } = rows[0]['QUERY PLAN'][0];
    return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'] + plan['Temp Read Blocks'];
  });
}

/** Bytes that arrived from the database for a reader who has taken one piece and no more. */
async function readAheadOfReader(): Promise<number> {
  const get = tableExport(registerTable);
  const response = await get(new Request('http://127.0.0.1/register/export.csv'), {});
  const { stream } = (exporting as unknown as { connection: { stream: { bytesRead: number } } })
    .connection;
  const begin = stream.bytesRead;
  const reader = response.body?.getReader();
  await reader?.read();
  await vi.waitFor(
    async () => {
      const before = stream.bytesRead;
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(stream.bytesRead).toBe(before);
    },
    { timeout: 10_000 },
  );
  const ahead = stream.bytesRead - begin;
  await reader?.cancel();
  return ahead;
}

describe('eight times as many deployments', () => {
  it.each(Object.keys(queries) as Query[])('touch no more of the database for %s', (name) => {
    for (const part of parts) {
      const [small = 0, large = 0] = [blocks.small?.[name][part], blocks.large?.[name][part]];
      expect(small, part).toBeGreaterThan(0);
      // A tree grows by a level; what grew with the register would be eight times as much.
      expect(large, `${part}, of which the small one took ${small}`).toBeLessThan(2 * small + 60);
    }
  });

  it('leave no more in memory of an export that nobody reads', () => {
    expect(readAhead.small).toBeGreaterThan(0);
    expect(readAhead.large).toBeLessThan(1024 ** 2);
  });
});
