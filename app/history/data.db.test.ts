import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignedHead } from '@/app/_domain/history-head';
import type { TableDefinition } from '@/app/_lib/table-definition';
import { defaultQuery, parseTableQuery } from '@/app/_lib/table-query';
import type { Actor } from '@/app/_server/actor';
import { actingFor, connectAs, copyOut, readAs, transactAs } from '@/app/_server/database';
import { writeHead } from '@/app/_server/history-heads';
import {
  insertSmallRegister,
  openTestRegister,
  type SmallRegister,
  type TestRegister,
} from '@/app/_server/register.fixture';
import { csvStatement } from '@/app/_server/table-csv-sql';
import { checkExports } from '@/prisma/history/check-exports';
import { historyChangeLinksTable, historyChangesTable } from './changes/table';
import { changesPage, historyPage, readEvent, readHead, readLastWritten } from './data';
import { historyLinksTable } from './links/table';
import { readRecordStory } from './stories/data';
import { historyTable } from './table';
import { checkBegins } from './verify/check';
import { checkPart } from './verify/data';

let register: TestRegister;
let small: SmallRegister;
let auditor: Actor;
let official: Actor;
let steward: Actor;

beforeAll(async () => {
  register = await openTestRegister();
  small = await insertSmallRegister(register.owner);
  auditor = await register.person('Auditor', ['auditor']);
  official = await register.person('Official', ['auditor'], { rank: 1 });
  steward = await register.person('Steward', ['data_steward']);
  // More than a hundred at once, of every classification.
  await register.owner.query(
    `insert into system (organisation_id, name, classification)
     select id, 'Room ' || i, (array['OFFICIAL', 'SECRET', 'TOP SECRET'])[i % 3 + 1] from organisation, generate_series(1, 150) i`,
  );
});

afterAll(() => register.close());

function query(definition: TableDefinition, address: string) {
  const parsed = parseTableQuery(definition, new URLSearchParams(address));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.query;
}

const events = (actor: Actor, address = '') =>
  historyPage(actor, query(historyTable, address)).then(({ page }) => page);

/** The event for the rows of the highest classification. */
async function bulkEvent(): Promise<string> {
  const { rows } = await register.owner.query<{ seq: string }>(
    'select max(seq)::text as seq from history_event where changes_digest is not null and access_rank = 3',
  );
  return rows[0]?.seq ?? '';
}

describe('the list of events', () => {
  it('is filtered by kind, action, person, time and words', async () => {
    expect((await events(auditor, 'entity=supplier')).total).toBe(1);
    expect((await events(auditor, 'entity=supplier&action=update')).total).toBe(0);
    expect((await events(auditor, 'q=severny')).total).toBe(2);
    expect((await events(auditor, 'at.after=2999-01-01')).total).toBe(0);
    expect((await events(auditor, `actor=system&entity=system`)).total).toBe(6);
  });

  it('finds by the identifier of a record all that is about it', async () => {
    const found = await events(auditor, `q=${small.supplier}`);
    expect(found.rows.map(({ entity }) => entity).sort()).toEqual([
      'origin_fact',
      'product',
      'supplier',
    ]);
    const { rows } = await register.owner.query(`select id from system where name = 'Room 2'`);
    const [only] = (await events(auditor, `q=${rows[0].id}`)).rows;
    expect(String(only?.seq)).toBe(await bulkEvent());
  });

  it('says what each event is about', async () => {
    const { page, subjects } = await historyPage(
      auditor,
      query(historyTable, 'entity=origin_fact'),
    );
    expect(subjects[page.rows[0]?.seq ?? 0]).toEqual({
      name: 'Severny Software',
      href: `/suppliers/${small.supplier}`,
    });
  });

  it('keeps from a reader what is above their clearance', async () => {
    const seen = (await events(official, 'entity=system')).rows;
    expect(seen.map(({ row_count }) => row_count)).toEqual([50, 1]);
    const changes = async (seq: string) =>
      (await changesPage(official, 'system', query(historyChangesTable, `event=${seq}`))).page
        .total;
    expect(await changes(String(seen[0]?.seq))).toBe(50);
    expect(await readEvent(official, await bulkEvent())).toBeNull();
    expect(await changes(await bulkEvent())).toBe(0);
  });
});

describe('the story of a record', () => {
  it('tells of the record and its parts, the removed ones too, newest first', async () => {
    const change = (reason: string, sql: string) =>
      transactAs(actingFor(steward, reason), (transaction) => transaction.$executeRawUnsafe(sql));
    await change(
      'Seen on a licence',
      `insert into supplier_alias (supplier_id, name) values ('${small.supplier}', 'Severny')`,
    );
    await change('Was somebody else', `delete from supplier_alias`);
    await change(
      '',
      `update supplier set website = 'https://severny.example' where id = '${small.supplier}'`,
    );
    const { entries, total } = await readRecordStory(steward, 'supplier', small.supplier, 3);
    expect(total).toBe(5);
    expect(
      entries.map(({ action, entity, reason, actorName }) => [action, entity, reason, actorName]),
    ).toEqual([
      ['update', 'supplier', '', 'Steward'],
      ['delete', 'supplier_alias', 'Was somebody else', 'Steward'],
      ['insert', 'supplier_alias', 'Seen on a licence', 'Steward'],
    ]);
    expect(entries[0]?.differences).toEqual([
      { field: 'Website', before: '', after: 'https://severny.example' },
    ]);
  });

  it('knows a row that came with many others, also for who may not see all of them', async () => {
    const { rows } = await register.owner.query(
      `select id from system where name in ('Room 1', 'Room 3') order by name`,
    );
    const [secret, open] = rows as [{ id: string }, { id: string }];
    expect((await readRecordStory(official, 'system', open.id, 10)).entries).toMatchObject([
      { action: 'insert', actorName: 'system', ordinal: 3 },
    ]);
    expect(await readRecordStory(official, 'system', secret.id, 10)).toEqual({
      entries: [],
      total: 0,
    });
    expect((await readRecordStory(auditor, 'system', secret.id, 10)).total).toBe(1);
  });

  it('closes behind a system that is raised', async () => {
    const { official: system } = small.systems;
    const before = await readRecordStory(official, 'system', system, 10);
    expect(before.total).toBe(1);
    const { deployments } = small;
    expect((await readRecordStory(official, 'deployment', deployments.official, 10)).total).toBe(1);
    await register.owner.query(`update system set classification = 'SECRET' where id = $1`, [
      system,
    ]);
    expect((await readRecordStory(official, 'system', system, 10)).total).toBe(0);
    expect((await readRecordStory(official, 'deployment', deployments.official, 10)).total).toBe(0);
    expect((await readRecordStory(auditor, 'system', system, 10)).total).toBe(2);
    await register.owner.query(`update system set classification = 'OFFICIAL' where id = $1`, [
      system,
    ]);
  });
});

describe('an exported history', () => {
  let head: SignedHead;
  const folder = () => process.env.DATA_DIR ?? '';

  async function file(actor: Actor, definition: TableDefinition, address = ''): Promise<string> {
    const asked = address ? query(definition, address) : defaultQuery(definition);
    const path = join(folder(), `${definition.name}.csv`);
    const text = await connectAs(actingFor(actor), async (connection) => {
      const pieces: Buffer[] = [];
      for await (const piece of copyOut(connection, csvStatement(definition, asked)))
        pieces.push(piece);
      return Buffer.concat(pieces).toString();
    });
    await writeFile(path, text);
    return path;
  }

  const check = (paths: string[], heads: SignedHead[] = [head]) =>
    checkExports(paths, heads, [head.keyId]);

  beforeAll(async () => {
    head = await readHead(auditor);
  });

  it('is proven by itself, down to the rows of a bulk event, against a signed head', async () => {
    const paths = [await file(auditor, historyTable), await file(auditor, historyChangesTable)];
    const checked = await check(paths);
    expect(checked).toMatchObject({ linkedOnly: 0, changes: 150 });
    expect(checked.newest).toEqual({ seq: BigInt(head.seq), hash: head.hash });
    expect(checked.events).toBe(Number(head.seq));
  });

  it('is proven in part by who may see a part, with the links', async () => {
    const paths = [await file(official, historyTable), await file(official, historyChangesTable)];
    await expect(check(paths)).rejects.toThrow(/^Event \d+ is missing/);
    paths.push(await file(official, historyLinksTable));
    const checked = await check(paths);
    expect(checked).toMatchObject({ changes: 50 });
    expect(checked.linkedOnly).toBeGreaterThan(0);
    expect(checked.newest).toEqual({ seq: BigInt(head.seq), hash: head.hash });
  });

  it('is proven for the rows of an event that are still open, with the hashes of the others', async () => {
    const seq = (await events(official, 'entity=system')).rows[0]?.seq;
    const raise = (to: string, from: string) =>
      register.owner.query(
        `update system set classification = $1 where name = 'Room 3' and classification = $2`,
        [to, from],
      );
    await raise('SECRET', 'OFFICIAL');
    const paths = [await file(official, historyTable), await file(official, historyLinksTable)];
    paths.push(await file(official, historyChangesTable));
    head = await readHead(auditor);
    await expect(check(paths)).rejects.toThrow(`Changes of event ${seq} are missing: 49 of 50`);
    paths.push(await file(official, historyChangeLinksTable, `event=${seq}`));
    expect(await check(paths)).toMatchObject({ changes: 49 });
    await raise('OFFICIAL', 'SECRET');
    head = await readHead(auditor);
  });

  it('is found out when one byte is changed, a line is removed, or the end is missing', async () => {
    const path = await file(auditor, historyTable);
    const links = await file(auditor, historyLinksTable);
    const text = await readFile(path, 'utf8');
    const lines = text.split('\n');
    const write = async (changed: string) => {
      await writeFile(path, changed);
      return path;
    };
    await expect(check([await write(text.replace('Severny', 'Severna'))])).rejects.toThrow(
      /^Event \d+ is not what was recorded/,
    );
    await expect(check([await write(lines.toSpliced(5, 1).join('\n'))])).rejects.toThrow(
      /^Event \d+ is missing/,
    );
    await expect(check([await write(lines.toSpliced(1, 1).join('\n'))])).rejects.toThrow(
      /The newest ones were cut off/,
    );
    await expect(check([await write(text.replace('Severny', 'Severna')), links])).rejects.toThrow(
      /is not the one of its link|is not what was recorded/,
    );
  });

  it('needs all its columns', async () => {
    const path = await file(auditor, historyTable, 'columns=seq,at,hash');
    await expect(check([path])).rejects.toThrow(
      /has no column actor_id, .* Export it with all columns/,
    );
  });
});

describe('a check from the page', () => {
  const check = () => readAs(auditor, (transaction) => checkPart(transaction, checkBegins));

  it('holds the chain, the register and the heads that were written', async () => {
    await writeHead();
    const part = await check();
    expect(part).toMatchObject({ isDone: true });
    expect(part.problem).toBeUndefined();
    expect(part.cursor.seq).toBe(part.total);
    expect(part.cursor.seals).toBeGreaterThan(0);
    expect(Date.now() - Date.parse(await readLastWritten(auditor))).toBeLessThan(60_000);
  });

  it.each([
    [
      'history_event',
      `update history_event set reason = 'Another' where seq = 3`,
      /^Event 3 is not/,
    ],
    [
      'history_change',
      `update history_change set entity_id = 'x' where ordinal = 7`,
      /^The changes of event/,
    ],
    [
      'register_entry',
      `update register_entry set country_of_origin = 'FR'`,
      /^The register's versions of/,
    ],
    [
      'history_event',
      `delete from history_event where seq = (select max(seq) from history_event)`,
      /cut off/,
    ],
    [
      'register_digest',
      `delete from register_digest where at = (select max(at) from register_digest)`,
      /after|versions/,
    ],
  ])('finds what was done to %s: %s', async (table, sql, problem) => {
    await register.owner.query(`create table kept as select * from ${table}`);
    const hidden = (work: string) =>
      register.owner.query(
        `begin; alter table ${table} disable trigger user; ${work}; alter table ${table} enable trigger user; commit`,
      );
    try {
      await hidden(sql);
      expect((await check()).problem).toMatch(problem);
    } finally {
      await hidden(`delete from ${table}; insert into ${table} select * from kept`);
      await register.owner.query('drop table kept');
    }
    expect((await check()).problem).toBeUndefined();
  });
});
