import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';

/**
 * A link by which the first administrator is created, good once and for 24 hours; undefined as
 * soon as there is a user. Only the hash of its token is stored.
 */
export async function createSetupLink(
  ownerUrl: string,
  baseUrl: string,
): Promise<string | undefined> {
  const token = randomBytes(32).toString('base64url');
  const tokenHash = createHash('sha256').update(token).digest('hex');
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rowCount } = await owner.query(
      `insert into invitation (token_hash, expires_at)
       select $1, now() + interval '24 hours'
        where not exists (select from "user")`,
      [tokenHash],
    );
    return rowCount ? `${baseUrl}/sign-in/setup?token=${token}` : undefined;
  } finally {
    await owner.end();
  }
}
