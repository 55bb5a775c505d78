import { hashPassword, verifyPassword } from 'better-auth/crypto';
import pg from 'pg';

/** Who can sign in to the sample register, in the order in which one would try them. */
export const sampleAccounts = [
  { email: 'officer@example.test', who: 'risk officer' },
  { email: 'approver@example.test', who: 'approver' },
  { email: 'steward@example.test', who: 'data steward' },
  { email: 'auditor@example.test', who: 'auditor' },
  { email: 'admin@example.test', who: 'administrator' },
  { email: 'official@example.test', who: 'risk officer cleared to OFFICIAL only' },
] as const;

const emails = sampleAccounts.map(({ email }) => email);

/**
 * Loads the sample into an empty register; in one that holds it, lets `password` be the
 * accounts' password.
 * @throws Error when the register is somebody's own
 */
export async function loadSample(ownerUrl: string, password: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ email: string }>('select email from "user"');
    if (rows.length === 0) {
      console.log('Loading the sample register …');
      const { loadSampleRegister } = await import('../seed/sample.ts');
      await loadSampleRegister(ownerUrl, { password });
      // A trial opens with the password alone.
      await owner.query(`update setting set second_factor_roles = '{}'`);
    } else if (rows.some(({ email }) => email === emails[0])) {
      await setPassword(owner, password);
    } else {
      throw new Error(
        'This register has users of its own, so the sample is not loaded into it. ' +
          'Use "npm start" for it, or set DATA_DIR or DATABASE_URL to an empty one for the demo.',
      );
    }
  } finally {
    await owner.end();
  }
}

async function setPassword(owner: pg.Client, password: string): Promise<void> {
  const { rows } = await owner.query<{ id: string; hash: string }>(
    `select account.id, account.password as hash
       from account join "user" on "user".id = account.user_id
      where "user".email = any ($1) and account.provider_id = 'credential'`,
    [emails],
  );
  for (const { id, hash } of rows) {
    if (await verifyPassword({ hash, password })) continue;
    await owner.query('update account set password = $2 where id = $1', [
      id,
      await hashPassword(password),
    ]);
  }
}
