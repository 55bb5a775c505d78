import { text as collected } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formulaStarts, prefixed, unprefixed } from '@/app/_lib/csv';
import { utcInstant } from '@/app/_lib/iso-time';
import { decodePagingKey, encodePagingKey } from '@/app/_lib/paging-key';
import { shipTable } from '@/app/_lib/ship-table.fixture';
import type { AnyOfFilter, TableDefinition } from '@/app/_lib/table-definition';
import {
  defaultQuery,
  exportedColumns,
  type Paging,
  pagingKeyKinds,
  type TableQuery,
} from '@/app/_lib/table-query';
import { tableQueries } from '@/app/_lib/table-query.fixture';
import { createTestDatabase, type TestDatabase } from '@/prisma/testing';
import {
  countsOf,
  createShips,
  harbours,
  matchingShips,
  moments,
  type Ship,
} from './ship-register.fixture';
import { facetsStatement, totalStatement } from './table-count-sql';
import { csvStatement, prefixedText } from './table-csv-sql';
import { keysStatement, type PageRow, pageOf, pageStatement, type TableRow } from './table-sql';

const queries = tableQueries(shipTable, {
  filters: {
    flag: ['NO', 'SE', 'none', 'ZZ'],
    class: ['open', 'light', 'heavy'],
    'class.min': ['open', 'light', 'heavy'],
    harbour: harbours,
    name: ['Fram', "O'Neill", '\\', '=1+1', 'none'],
    'due.before': ['2026-12-31', '2027-01-01'],
    'due.after': ['2026-12-31', '2026-01-01'],
    'seen.before': ['2026-11-01', '2026-11-01T00:00:00.000001Z', '2027-01-01'],
    'seen.after': ['2026-11-01', '2026-11-01T00:00:00.000001Z'],
    crewless: ['true'],
  },
  searches: ['ram', 'a', "'", '\\', '%', '😀'],
  asOf: moments,
  // Most queries with every filter find nothing, which would show little.
  maximumFilters: 3,
});

const facets = shipTable.filters.filter(
  (filter): filter is AnyOfFilter => filter.kind === 'anyOf' && filter.facet,
);

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  await createShips(client);
});

afterAll(async () => {
  await client?.end();
  await database?.drop();
});

/** Holds for what a query finds, with as many generated queries as take a few seconds. */
function forQueries(holds: (query: TableQuery) => Promise<void>): Promise<void> {
  return fc.assert(fc.asyncProperty(queries, holds), { numRuns: 150 });
}

async function page(query: TableQuery, paging: Paging | undefined) {
  const paged = { ...query, ...(paging && { paging: throughUrl(query, paging) }) };
  const { rows } = await client.query<PageRow>(pageStatement(shipTable, paged));
  return pageOf(shipTable, paged, rows);
}

function throughUrl(query: TableQuery, { direction, key }: Paging): Paging {
  const read = decodePagingKey(encodePagingKey(key), pagingKeyKinds(shipTable, query.sort));
  if (!read) throw new Error(`The place ${JSON.stringify(key)} is refused by the URL.`);
  return { direction, key: read };
}

/** A ship as the page shows it. */
function shownRow(ship: Ship): TableRow {
  return {
    name: ship.name,
    flag_state: ship.flag_state,
    class: ship.ice_class,
    crew: ship.crew === -1 ? null : ship.crew,
    due_on: ship.due_on === 'infinity' ? '' : ship.due_on,
    seen_at: utcInstant(ship.seen_at) ?? '',
    ship_id: ship.ship_id,
    harbour_id: ship.harbour_id,
  };
}

describe('pages', () => {
  it('hold, one after the other, every matching row once and in order, both ways', async () => {
    await forQueries(async (query) => {
      const expected = matchingShips(shipTable, query).map(shownRow);
      const first = await page(query, undefined);
      expect(first.previous).toBeUndefined();
      const pages = [first];
      for (let next = first.next; next; next = pages.at(-1)?.next) {
        pages.push(await page(query, next));
      }
      expect(pages.flatMap(({ rows }) => rows)).toEqual(expected);
      for (const { rows } of pages.slice(0, -1)) expect(rows).toHaveLength(shipTable.pageSize);

      const back = pages.slice(-1);
      for (let previous = back[0]?.previous; previous; previous = back[0]?.previous) {
        back.unshift(await page(query, previous));
      }
      expect(back.map(({ rows }) => rows)).toEqual(pages.map(({ rows }) => rows));
      for (const { next } of back.slice(0, -1)) expect(next).toBeDefined();
    });
  });

  it('can be left backwards from a place behind which nothing is any more', async () => {
    const query = defaultQuery(shipTable);
    const beyond = ['\u{10ffff}', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
    const empty = await page(query, { direction: 'after', key: beyond });
    expect(empty.rows).toEqual([]);
    expect(empty.next).toBeUndefined();
    const last = await page(query, empty.previous);
    expect(last.rows).toEqual(matchingShips(shipTable, query).slice(-4).map(shownRow));
  });
});

describe('counts', () => {
  it('agree with the rows: the total, and each facet under all filters but its own', async () => {
    await forQueries(async (query) => {
      expect(await countsFrom(shipTable, query)).toEqual(expectedCounts(query));
    });
  });

  it('are the same from a relation of counts', async () => {
    const counted: TableDefinition = {
      ...shipTable,
      counts: [
        { source: 'ship_count', columns: ['flag_state'], count: 'ships' },
        {
          source: 'ship_count',
          columns: ['flag_state', 'ice_class', 'class_rank'],
          count: 'ships',
        },
      ],
    };
    await forQueries(async (query) => {
      expect(await countsFrom(counted, query)).toEqual(expectedCounts(query));
    });
  });

  async function countsFrom(definition: TableDefinition, query: TableQuery) {
    const [{ total }] = (await client.query(totalStatement(definition, query))).rows;
    const statement = facetsStatement(definition, query);
    const { rows } = await client.query(statement ?? '');
    const sorted = rows.toSorted((a, b) => b.count - a.count);
    for (const { name } of facets) {
      const ofFacet = (row: { facet: string }) => row.facet === name;
      expect(rows.filter(ofFacet).map(({ count }) => count)).toEqual(
        sorted.filter(ofFacet).map(({ count }) => count),
      );
    }
    return { total, facets: new Set(rows.map((row) => `${row.facet}=${row.value}: ${row.count}`)) };
  }

  function expectedCounts(query: TableQuery) {
    const lines = facets.flatMap((facet) =>
      [...countsOf(shipTable, query, facet)].map(
        ([value, count]) => `${facet.name}=${value}: ${count}`,
      ),
    );
    return { total: matchingShips(shipTable, query).length, facets: new Set(lines) };
  }
});

it('finds the keys of all that match, in their own order and up to a limit', async () => {
  await forQueries(async (query) => {
    const expected = matchingShips(shipTable, query).map((ship) => ship.ship_id);
    const all = await client.query(keysStatement(shipTable, query, 1000));
    expect(all.rows.map(({ key }) => key)).toEqual(expected.toSorted());
    const some = await client.query(keysStatement(shipTable, query, 3));
    expect(some.rows.map(({ key }) => key)).toEqual(expected.toSorted().slice(0, 3));
  });
});

describe('the CSV', () => {
  it('holds the rows of all pages in their order, with the columns asked for', async () => {
    await forQueries(async (query) => {
      const names = exportedColumns(shipTable, query).map(({ name }) => name);
      const lines: string[][] = parse(await csv(query), { record_delimiter: '\n' });
      const read = lines.map((cells) => cells.map(unprefixed));
      const expected = matchingShips(shipTable, query).map((ship) => {
        const row = shownRow(ship);
        return names.map((name) => String(row[name] ?? ''));
      });
      expect(read).toEqual([names, ...expected]);
    });
  });

  it('has a line for a row whose only cell is empty', async () => {
    const query = {
      ...defaultQuery(shipTable),
      filters: { 'due.after': ['2026-01-01'], flag: ['none'] },
      columns: ['flag_state'],
    };
    const expected = matchingShips(shipTable, query).map(() => '""\n');
    expect(expected.length).toBeGreaterThan(0);
    expect(await csv(query)).toBe(`flag_state\n${expected.join('')}`);
  });

  async function csv(query: TableQuery): Promise<string> {
    return collected(client.query(copyTo(csvStatement(shipTable, query))));
  }
});

it('prefixes formulae in SQL exactly as in TypeScript', async () => {
  const character = fc.oneof(
    fc.constantFrom(...formulaStarts, "'", 'A', '1', '(', '\n', '\uff00', '\u{1f600}'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  );
  const texts = fc.array(
    fc.string({ unit: character, minLength: 1 }).map((text) => text.replaceAll('\0', 'x')),
  );
  await fc.assert(
    fc.asyncProperty(texts, async (cells) => {
      const { rows } = await client.query(
        `select ${prefixedText('cell', 'null')} as written from unnest($1::text[]) as cell`,
        [cells],
      );
      expect(rows.map(({ written }) => written)).toEqual(cells.map(prefixed));
    }),
  );
});
