import { createHash } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSetupLink } from './setup-link.ts';
import { createTestDatabase, type TestDatabase } from './testing.ts';

let database: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});

afterAll(async () => {
  await owner.end();
  await database.drop();
});

const create = () => createSetupLink(database.ownerUrl, 'https://register.example.test');

describe('the link that makes the first administrator', () => {
  it('is good for a day, and only the hash of its token is stored', async () => {
    const link = new URL((await create()) ?? '');
    expect(link.origin + link.pathname).toBe('https://register.example.test/sign-in/setup');
    const token = link.searchParams.get('token') ?? '';
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const { rows } = await owner.query(
      `select token_hash, user_id, used_at, round(extract(epoch from expires_at - now()) / 3600)::int as hours
         from invitation`,
    );
    expect(rows).toEqual([
      {
        token_hash: createHash('sha256').update(token).digest('hex'),
        user_id: null,
        used_at: null,
        hours: 24,
      },
    ]);
  });

  it('is not made once there is a user', async () => {
    await owner.query(`insert into "user" (name, email) values ('Ada', 'ada@example.test')`);
    expect(await create()).toBeUndefined();
  });
});
