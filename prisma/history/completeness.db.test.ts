import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '../accounts.ts';
import { createTestDatabase, type TestDatabase } from '../testing.ts';
import { checkDatabase } from './check-database.ts';

/** Tables whose changes are no events of their own, each with the reason. A new table is not here. */
const exempt: Readonly<Record<string, string>> = {
  _prisma_migrations: 'belongs to the installation',
  schema_definition: 'belongs to the installation',
  decision_transition: 'belongs to the installation',
  history_event: 'is the history',
  history_change: 'is the history',
  register_digest: 'is the proof of the register',
  register_entry: 'follows from the records, and is sealed',
  register_count_by_place: 'counts the register',
  register_count_by_nature: 'counts the register',
  register_count_by_category_and_place: 'counts the register',
  register_count_by_answer_and_place: 'counts the register',
  register_count_by_origin_and_place: 'counts the register',
  origin_headline: 'follows from the records',
  exposure: 'follows from the records and the advisories',
  advisory_version: 'repeats each change of an active advisory, which is an event',
  compartment: 'numbers what systems demand, and is never changed',
  calendar: 'says how far dated facts have been followed',
  import_batch: 'its steps are acts; its progress is written many times a minute',
  import_chunk: 'is the file, which stands in the history by its SHA-256',
  import_problem: 'follows from the file',
  import_match: 'follows from the file; the answers are an act',
  receipt: 'the end of each export is an act that holds the whole receipt; see check-receipts',
  session: 'holds a secret; its beginning and end are acts',
  account: 'holds a secret; setting a password is an act',
  invitation: 'holds a secret; making and using one are acts',
  verification: 'holds a secret',
  rate_limit: 'counts attempts, which are acts',
};

let database: TestDatabase;
let owner: pg.Client;
let app: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  app = new pg.Client({ connectionString: database.appUrl });
  await Promise.all([owner.connect(), app.connect()]);
});

afterAll(async () => {
  await Promise.all([owner.end(), app.end()]);
  await database.drop();
});

async function tables(): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by relname`,
  );
  return rows.map(({ name }) => name);
}

async function events(): Promise<{ action: string; entity: string; entity_id: string }[]> {
  const { rows } = await owner.query(
    'select action, entity, entity_id from history_event order by seq',
  );
  return rows;
}

describe('every table', () => {
  it('is recorded, on insert, update and delete, and never truncated; or exempt for a reason', async () => {
    const { rows } = await owner.query<{ name: string; triggers: string[] }>(
      `select tgrelid::regclass::text as name, array_agg(tgname::text order by tgname) as triggers
       from pg_trigger where tgname in ('history_insert', 'history_update', 'history_delete', 'history_truncate') and tgenabled = 'O'
       group by 1`,
    );
    const recorded = new Map(
      rows.map(({ name, triggers }) => [name.replaceAll('"', ''), triggers]),
    );
    const all = ['history_delete', 'history_insert', 'history_truncate', 'history_update'];
    for (const name of (await tables()).filter((table) => !(table in exempt))) {
      expect(recorded.get(name), `${name} is neither recorded nor exempt`).toEqual(all);
    }
    for (const name of Object.keys(exempt)) {
      expect(await tables(), `${name} is exempt, and not there`).toContain(name);
      expect(recorded.has(name), `${name} is recorded and exempt`).toBe(false);
    }
  });

  it('that is recorded has a history of each of its rows, whatever is done to them', async () => {
    await owner.query(`insert into supplier (name) values ('Severny Software')`);
    await owner.query(`update supplier set notes = 'Looked at'`);
    await owner.query('update supplier set id = gen_random_uuid()');
    await owner.query('delete from supplier');
    const told = (await events()).filter(({ entity }) => entity === 'supplier');
    expect(told.map(({ action }) => action)).toEqual([
      'insert',
      'update',
      'update',
      'update',
      'delete',
    ]);
    expect(new Set(told.map(({ entity_id }) => entity_id)).size).toBe(2);
    await expect(owner.query('truncate supplier cascade')).rejects.toThrow('never truncated');
  });
});

describe('the role of the application', () => {
  const kept = ['history_event', 'history_change', 'register_digest', 'register_entry'];

  it.each(kept)('cannot rewrite %s', async (table) => {
    for (const sql of [
      `update ${table} set ${table === 'register_digest' ? 'begun = 0' : 'access_rank = 0'}`,
      `delete from ${table}`,
      `truncate ${table}`,
      `alter table ${table} disable trigger all`,
      `insert into ${table} default values`,
      'set session_replication_role = replica',
    ]) {
      await expect(app.query(sql), sql).rejects.toThrow(/permission denied|must be owner/);
    }
  });

  it('cannot append what is no act, nor an event of its own making', async () => {
    const act = (action: string) =>
      app.query(`select history_record_act('${action}', 'x', '', '{}')`);
    await expect(act('update')).rejects.toThrow('recorded by the database itself');
    await expect(app.query('select history_append(null)')).rejects.toThrow('permission denied');
  });

  it.each(kept.slice(0, 3))(
    'has an owner who cannot rewrite %s by mistake either',
    async (table) => {
      await owner.query(`insert into organisation (name) values ($1)`, [`For ${table}`]);
      await expect(owner.query(`truncate ${table}`)).rejects.toThrow('append-only');
    },
  );
});

describe('secrets', () => {
  it('never enter the history', async () => {
    const person = await createAccount(owner, {
      name: 'Olive',
      email: 'olive@example.test',
      password: 'a password for tests',
      roles: ['risk_officer'],
      clearanceRank: 3,
      allOrganisations: true,
    });
    const secret = () => `secret-${randomUUID()}`;
    const [token, tokenHash] = [secret(), secret()];
    await owner.query(
      `insert into session (user_id, token, expires_at, ip_address) values ($1, $2, now() + interval '1 hour', '192.0.2.7')`,
      [person, token],
    );
    await owner.query(
      `insert into invitation (user_id, token_hash, expires_at) values ($1, $2, now() + interval '1 hour')`,
      [person, tokenHash],
    );
    await app.query('select accept_invitation($1, $2)', [tokenHash, secret()]);
    const { rows } = await owner.query<{ told: string; password: string }>(
      `select (select string_agg(e::text, ' ') from history_event e) as told, password from account where user_id = $1`,
      [person],
    );
    expect(rows[0]?.told).toContain('192.0.2.7');
    expect(rows[0]?.told).not.toContain('secret-');
    expect(rows[0]?.told).not.toContain(rows[0]?.password);
    expect(await events()).toContainEqual({ action: 'sign_in', entity: 'user', entity_id: person });
    expect(await events()).toContainEqual({
      action: 'set_password',
      entity: 'user',
      entity_id: person,
    });
  });
});

describe('writers at the same time', () => {
  it('keep one unbroken chain, single rows and many alike', async () => {
    const clients = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const client = new pg.Client({ connectionString: database.ownerUrl });
        await client.connect();
        return client;
      }),
    );
    try {
      await Promise.all(
        clients.map(async (client, writer) => {
          for (let round = 0; round < 12; round += 1) {
            const rows = round % 4 === 0 ? 120 : 1;
            await client.query('begin');
            await client.query(
              `insert into supplier (name) select format('Writer %s, round %s, %s', $1::int, $2::int, i) from generate_series(1, ${rows}) i`,
              [writer, round],
            );
            await client.query(round % 5 === 0 ? 'rollback' : 'commit');
          }
        }),
      );
    } finally {
      await Promise.all(clients.map((client) => client.end()));
    }
    const checked = await checkDatabase(database.ownerUrl, [], []);
    expect(checked.changes).toBe(8 * 2 * 120);
    expect(checked.events).toBeGreaterThan(8 * 9);
  });
});
