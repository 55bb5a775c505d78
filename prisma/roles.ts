import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import pg from 'pg';

/** The role the application runs as: no superuser, no BYPASSRLS, owner of nothing. */
export const applicationRole = 'register_app';

/**
 * The connection of the application, derived from the owner's so that several instances agree
 * with nothing stored. APP_DATABASE_URL, when set, is used instead.
 */
export function applicationUrl(
  ownerUrl: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const given = environment.APP_DATABASE_URL;
  if (given) return given;
  const url = new URL(ownerUrl);
  url.username = applicationRole;
  url.password = applicationPassword(ownerUrl);
  return url.href;
}

function applicationPassword(ownerUrl: string): string {
  const key = decodeURIComponent(new URL(ownerUrl).password);
  if (key === '') {
    throw new Error(
      'DATABASE_URL holds no password, so none can be derived for the application. ' +
        `Set APP_DATABASE_URL to a connection as ${applicationRole}.`,
    );
  }
  return createHmac('sha256', key).update(applicationRole).digest('hex');
}

/**
 * Makes sure that the application's role exists, can sign in, and is bound by row-level security.
 * @throws Error with the SQL that an operator has to run, when `owner` may not do it.
 */
export async function ensureApplicationRole(owner: pg.Client, ownerUrl: string): Promise<void> {
  const url = applicationUrl(ownerUrl);
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [
    applicationRole,
  ]);
  if (!rowCount) await define(owner, 'create', ownerUrl);
  let problem = await signInProblem(url);
  if (problem && !process.env.APP_DATABASE_URL) {
    await define(owner, 'alter', ownerUrl);
    problem = await signInProblem(url);
  }
  if (problem) throw new Error(`The application cannot sign in to the database: ${problem}`);
}

async function define(owner: pg.Client, verb: 'create' | 'alter', ownerUrl: string): Promise<void> {
  // A verifier instead of the password: the statement may end up in the server's log.
  const signIn = process.env.APP_DATABASE_URL
    ? ''
    : ` login password '${scramVerifier(applicationPassword(ownerUrl))}'`;
  const statement = `${verb} role ${applicationRole}${signIn}`;
  try {
    await owner.query(statement);
  } catch (error) {
    const code = (error as pg.DatabaseError).code;
    if (code === '42710') return; // an instance on another database made it at this moment
    if (code !== '42501') throw error;
    throw new Error(
      `The owner in DATABASE_URL may not ${verb} the role ${applicationRole}. ` +
        `Have an administrator of the server run this, then start again:\n${statement};`,
    );
  }
}

/** What keeps the application from running safely on `url`, in words; undefined if nothing. */
async function signInProblem(url: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ exempt: boolean; member: boolean; owns: boolean }>(
      `select role.rolsuper or role.rolbypassrls as exempt,
              pg_has_role($1, 'usage') as member,
              exists (select from pg_class where relowner = role.oid) as owns
         from pg_roles role where role.rolname = current_user`,
      [applicationRole],
    );
    const [role] = rows;
    if (role?.exempt) return 'its role is exempt from row-level security.';
    if (!role?.member) return `its role is neither ${applicationRole} nor a member of it.`;
    if (role.owns) return 'its role owns tables, and so is not bound by their policies.';
    return undefined;
  } catch (error) {
    return (error as Error).message;
  } finally {
    await client.end().catch(() => {});
  }
}

/** RFC 5803, as PostgreSQL stores it; the password is plain ASCII, so SASLprep changes nothing. */
function scramVerifier(password: string): string {
  const iterations = 4096;
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const hmac = (text: string) => createHmac('sha256', salted).update(text).digest();
  const storedKey = createHash('sha256').update(hmac('Client Key')).digest('base64');
  const serverKey = hmac('Server Key').toString('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}
