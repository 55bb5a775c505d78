import { generateKeyPairSync } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyIdOf, noHash, type SignedHead, signHead } from '../../app/_domain/history-head.ts';
import { loadSampleRegister } from '../seed/sample.ts';
import { createTestDatabase, type TestDatabase } from '../testing.ts';
import { checkDatabase, checkWithin } from './check-database.ts';

const newKey = () =>
  generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
const key = newKey();

let database: TestDatabase;
let superuser: pg.Client;
const heads: SignedHead[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  await loadSampleRegister(database.ownerUrl, { password: 'a password for tests' });
  superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  heads.push(await head());
  await superuser.query(
    `insert into supplier (name) select 'Chandler ' || i from generate_series(1, 150) i`,
  );
  await superuser.query(
    `update product set name = name || ' Classic' where id = (select product_id from deployment order by id limit 1)`,
  );
  await superuser.query(
    `insert into supplier_alias (supplier_id, name) select id, name || ' Ltd' from supplier where name = 'Chandler 7'`,
  );
  heads.push(await head());
});

afterAll(async () => {
  await superuser.end();
  await database.drop();
});

async function head(signedBy = key): Promise<SignedHead> {
  const { rows } = await superuser.query<{ seq: string; hash: string; register: string }>(
    `select seq::text, encode(hash, 'hex') as hash, encode(register, 'hex') as register from history_head()`,
  );
  const [newest = { seq: '0', hash: noHash, register: noHash }] = rows;
  return signHead({ ...newest, at: new Date().toISOString() }, signedBy);
}

/** What the check says once a superuser, whom no trigger hinders, has run the statements. */
async function afterTampering(sql: string, checkedHeads = heads): Promise<string> {
  await superuser.query('begin; set local session_replication_role = replica');
  try {
    await superuser.query(sql);
    await checkWithin(superuser, checkedHeads, [keyIdOf(key)]);
    return 'nothing was found';
  } catch (error) {
    return (error as Error).message;
  } finally {
    await superuser.query('rollback');
  }
}

const newest = () => Number(heads.at(-1)?.seq);
const bulkEvent = `(select max(seq) from history_event where changes_digest is not null)`;
/** Chains everything from an event on anew, as whoever knows the rules can. */
const rechain = (from: number) => `
  do $$ declare e history_event; chained bytea; begin
    for e in select * from history_event where seq >= ${from} order by seq loop
      select hash into chained from history_event where seq < e.seq order by seq desc limit 1;
      e.previous_hash := coalesce(chained, decode(repeat('00', 32), 'hex'));
      if e.changes_digest is not null then
        update history_change set hash = history_change_hash(seq, ordinal, entity_id, before, after, access_rank, organisation_id, compartment_id)
          where seq = e.seq;
        select sha256(string_agg(hash, '' order by ordinal)) into e.changes_digest from history_change where seq = e.seq;
      end if;
      update history_event set previous_hash = e.previous_hash, changes_digest = e.changes_digest, hash = history_event_hash(e)
        where seq = e.seq;
    end loop;
  end $$;`;

describe('a history that nobody touched', () => {
  it('is whole, with its records and the register', async () => {
    const checked = await checkDatabase(database.ownerUrl, heads, [keyIdOf(key)]);
    expect(checked).toMatchObject({ events: BigInt(newest()), hash: heads.at(-1)?.hash });
    expect(checked.changes).toBeGreaterThanOrEqual(150);
    for (const amount of [checked.seals, checked.versions, checked.tables, checked.rows]) {
      expect(amount).toBeGreaterThan(10);
    }
  });
});

describe('whoever rewrites the history is found', () => {
  it.each([
    ['a value', `update history_event set after = after || '{"name": "Another"}' where seq = 20`],
    ['who did it', `update history_event set actor_name = 'Somebody' where seq = 20`],
    ['when', `update history_event set at = at + interval '1 microsecond' where seq = 20`],
    ['who may see it', `update history_event set access_rank = access_rank + 1 where seq = 20`],
    ['the reason', `update history_event set reason = 'Another' where seq = 20`],
    ['its hash', `update history_event set hash = sha256(hash) where seq = 20`],
  ])('when an event is changed: %s', async (_, sql) => {
    expect(await afterTampering(sql)).toMatch(/^Event 20 is not what was recorded/);
  });

  it('when an event is changed and its own hash with it', async () => {
    const sql = `update history_event set reason = 'Another' where seq = 20;
      update history_event e set hash = history_event_hash(e) where seq = 20`;
    expect(await afterTampering(sql)).toMatch(/^Event 20 is not what was recorded/);
  });

  it('when an event is deleted from the middle, even if the others are numbered and chained anew', async () => {
    expect(await afterTampering('delete from history_event where seq = 20')).toMatch(
      /^Event 20 is missing/,
    );
    const anew = `delete from history_event where seq = 20;
      ${['history_event', 'history_change']
        .map(
          (table) => `update ${table} set seq = -seq where seq > 20;
            update ${table} set seq = -seq - 1 where seq < 0;`,
        )
        .join('')} ${rechain(20)}`;
    expect(await afterTampering(anew)).toMatch(/^Event \d+ is not the one of the head of/);
  });

  it('when events are put in another order', async () => {
    const swapped = `update history_event set seq = -21 where seq = 20;
      update history_event set seq = 20 where seq = 21; update history_event set seq = 21 where seq = -21;`;
    expect(await afterTampering(swapped)).toMatch(/^Event 20 is not what was recorded/);
    expect(await afterTampering(swapped + rechain(20))).toMatch(
      /^Event \d+ is not the one of the head of/,
    );
  });

  it('when everything is chained anew without the key', async () => {
    const sql = `update history_event set reason = 'Another' where seq = 20; ${rechain(20)}`;
    expect(await afterTampering(sql)).toBe(
      `Event ${heads[0]?.seq} is not the one of the head of ${heads[0]?.at}: what came after event 0 was rewritten.`,
    );
    const later = `update history_event set reason = 'Another' where seq = ${newest()}; ${rechain(newest())}`;
    expect(await afterTampering(later)).toMatch(
      new RegExp(`what came after event ${heads[0]?.seq} was rewritten`),
    );
    expect(await afterTampering(later, heads.slice(0, 1))).toBe('nothing was found');
  });

  it('when the newest events are cut off', async () => {
    expect(await afterTampering(`delete from history_event where seq = ${newest()}`)).toMatch(
      new RegExp(`^Event ${newest()} is missing: .* The newest ones were cut off`),
    );
  });

  it('when an event is slipped in before the first or after the last', async () => {
    const copy = (seq: number) => `insert into history_event
      select ${seq}, at, actor_id, actor_name, request_id, reason, action, entity, entity_id, before, after, row_count,
        changes_digest, access_rank, organisation_id, previous_hash, hash from history_event where seq = 20`;
    expect(await afterTampering(copy(0))).toMatch(/^Event 0 comes twice, or out of its order/);
    expect(await afterTampering(copy(newest() + 1))).toMatch(/^Event \d+ is not what was recorded/);
  });

  it.each([
    ['changed', `update history_change set after = after || '{"name": "Another"}'`],
    ['deleted', 'delete from history_change'],
    ['given to another', `update history_change set ordinal = 1000`],
  ])('when a change of a bulk event is %s', async (_, sql) => {
    expect(await afterTampering(`${sql} where seq = ${bulkEvent} and ordinal = 7`)).toMatch(
      /^(Change \d+ of event|Event) \d+/,
    );
  });

  it('when a change of a bulk event is changed with its hash', async () => {
    const sql = `update history_change set after = after || '{"name": "Another"}' where seq = ${bulkEvent} and ordinal = 7;
      update history_change set hash = history_change_hash(seq, ordinal, entity_id, before, after, access_rank, organisation_id, compartment_id)
        where seq = ${bulkEvent} and ordinal = 7`;
    expect(await afterTampering(sql)).toMatch(/^Event \d+ stands for \d+ changes/);
  });

  it('when heads are signed by another key, or changed', async () => {
    expect(await afterTampering('select', [await head(newKey())])).toMatch('not a known one');
    const [first] = heads;
    if (!first) throw new Error('There is no head.');
    expect(await afterTampering('select', [{ ...first, seq: '3' }])).toMatch(
      'not bear a true signature',
    );
  });
});

describe('whoever changes the records behind the back of the history is found', () => {
  it.each([
    ['changed', `update supplier set notes = 'Another' where name = 'Chandler 7'`],
    ['removed', `delete from supplier_alias where name = 'Chandler 7 Ltd'`],
    ['added', `insert into supplier (name) values ('Another')`],
    ['added', `update setting set marking = 'SECRET'`],
    ['added', `update setting set second_factor_roles = '{}'`],
    [
      'added',
      `insert into role_assignment select id, 'approver' from "user" where email like 'steward@%'`,
    ],
  ])('when a row is %s: %s', async (what, sql) => {
    expect(await afterTampering(sql)).toMatch(new RegExp(`was ${what}.*without the history`));
  });
});

describe('whoever changes a version of the register is found', () => {
  const past = `entry_id = (select min(entry_id) from register_entry where valid_to < 'infinity')`;
  const present = `entry_id = (select max(entry_id) from register_entry where valid_to = 'infinity')`;

  it.each([
    ['what it said', `update register_entry set country_of_origin = 'FR' where ${past}`],
    ['what it says', `update register_entry set country_of_origin = 'FR' where ${present}`],
    [
      'when it began',
      `update register_entry set valid_from = valid_from - interval '1 day' where ${past}`,
    ],
    [
      'when it ended',
      `update register_entry set valid_to = valid_to + interval '1 day' where ${past}`,
    ],
    [
      'that it ended',
      `drop index register_entry_current; update register_entry set valid_to = 'infinity' where ${past}`,
    ],
    ['that it was', `delete from register_entry where ${past}`],
  ])('%s', async (_, sql) => {
    expect(await afterTampering(sql)).toMatch(/^The register's versions of .* are not those/);
  });

  it('and adds one', async () => {
    const added = (from: string) => `insert into register_entry
      select (r).* from (select jsonb_populate_record(e, '{"entry_id": -1, "valid_to": "2020-01-02", "valid_from": "${from}"}') as r
        from register_entry e where ${present}) x`;
    expect(await afterTampering(added('2020-01-01'))).toMatch(/^The register's versions of/);
    expect(await afterTampering(added('2999-01-01'))).toMatch(
      /after its last seal|^The register's versions of/,
    );
  });

  it('and opens it to readers who are not cleared', async () => {
    const sql = `update register_entry set access_rank = 1 where classification_rank = 3`;
    expect(await afterTampering(sql)).toMatch(/open to readers who are not cleared/);
  });

  it('and makes the seals anew', async () => {
    const reseal = `
      do $$ declare s register_digest; former register_digest; begin
        for s in select * from register_digest order by at loop
          select * into former from register_digest where at < s.at order by at desc limit 1;
          s.previous_hash := coalesce(former.hash, decode(repeat('00', 32), 'hex'));
          s.digest := (register_digest_of(s.covers, coalesce(former.at, '-infinity'), s.at)).digest;
          update register_digest set previous_hash = s.previous_hash, digest = s.digest, hash = register_digest_hash(s) where at = s.at;
        end loop;
      end $$`;
    const sql = `update register_entry set country_of_origin = 'FR' where ${past}; ${reseal}`;
    expect(await afterTampering(sql)).toMatch(/their seals were rewritten or cut off/);
    expect(await afterTampering(reseal)).toBe('nothing was found');
  });
});
