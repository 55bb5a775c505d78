import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashOfTexts } from '../../app/_domain/history-chain.ts';
import { createTestDatabase, type TestDatabase } from '../testing.ts';

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

it('hashes any texts as the database does', async () => {
  // PostgreSQL keeps no NUL.
  const text = fc.string({ unit: 'binary', maxLength: 40 }).filter((one) => !one.includes('\0'));
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 6 }), async (texts) => {
      const { rows } = await owner.query<{ hash: string }>(
        `select encode(sha256(convert_to(json_build_array(variadic $1::text[])::text, 'UTF8')), 'hex') as hash`,
        [texts],
      );
      expect(hashOfTexts(texts)).toBe(rows[0]?.hash);
    }),
    { numRuns: 500 },
  );
});
