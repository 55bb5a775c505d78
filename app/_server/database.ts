import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { asOfInstant } from '@/app/_lib/iso-time';
import { createPrismaClient, type Prisma } from '@/prisma/client';
import { logFailure } from '@/prisma/front/log';
import type { Actor } from './actor';
import { environment } from './environment';
import type { Statement } from './table-conditions';

/** A Prisma client inside one transaction that acts for one person. */
export type Transaction = Prisma.TransactionClient;

// One pool per process; the development server reloads modules, so it hangs on globalThis.
const shared = globalThis as typeof globalThis & { registerPool?: pg.Pool };

export function pool(): pg.Pool {
  shared.registerPool ??= createPool(environment('APP_DATABASE_URL'));
  return shared.registerPool;
}

export function createPool(connectionString: string): pg.Pool {
  const created = new pg.Pool({
    connectionString,
    max: 12,
    connectionTimeoutMillis: 10_000,
    application_name: 'supplier-risk-register',
    // A statement whose process was killed ends soon, and with it its locks, instead of running on.
    options: '-c client_connection_check_interval=2s',
  });
  // An idle connection ends when the database restarts; the pool opens another when it is needed.
  created.on('error', (error) => logFailure('connection_ended', error));
  return created;
}

const clients: { [Schema in 'public' | 'as_at']?: ReturnType<typeof createPrismaClient> } = {};

/** The Prisma client without an actor: for sign-in alone, since policies show it no register row. */
export function prismaClient(schema: 'public' | 'as_at' = 'public') {
  clients[schema] ??= createPrismaClient(pool(), schema);
  return clients[schema];
}

/** Who acts before anybody is signed in: policies show them no row of the register. */
export const nobody = '';

export interface ActingFor {
  actorId: string;
  /** Identifies the change in history and on each row it writes. */
  changeId: string;
  /** A change message that the person may give. */
  reason?: string;
  /** The past instant, in UTC, that is read; nothing can be written then. */
  asOf?: string;
}

function settings({ actorId, changeId, reason, asOf }: ActingFor): Statement {
  // ../../prisma/sql/65-as-at.sql holds the past under the names of the present. Its relations are made
  // of many, of which every order would take longer to think through than the reading takes.
  const past = `, set_config('app.as_of', $4, true), set_config('app.as_of_seq', newest_event($4::timestamptz)::text, true),
    set_config('search_path', 'as_at, public', true),
    set_config('transaction_read_only', 'on', true), set_config('join_collapse_limit', '1', true),
    set_config('from_collapse_limit', '1', true)`;
  return {
    text: `select set_config('app.actor_id', $1, true), set_config('app.change_id', $2, true), set_config('app.reason', $3, true),
      set_config('datestyle', 'ISO', true)${asOf ? past : ''}`,
    values: [actorId, changeId, reason ?? '', ...(asOf ? [asOf] : [])],
  };
}

/**
 * Milliseconds. A page that takes longer is of no use to anybody; a change may reach the whole
 * register, or wait for one that does.
 */
const longest = { read: 30_000, change: 600_000 };

/** Runs `work` in one Prisma transaction under the actor's row-level security. */
export async function transactAs<Result>(
  acting: ActingFor,
  work: (transaction: Transaction) => Promise<Result>,
  kind: keyof typeof longest = 'read',
): Promise<Result> {
  return prismaClient(acting.asOf ? 'as_at' : 'public').$transaction(
    async (transaction) => {
      const { text, values } = settings(acting);
      await transaction.$queryRawUnsafe(text, ...values);
      return work(transaction);
    },
    { timeout: longest[kind], maxWait: 10_000 },
  );
}

/** Every statement of a `oneMoment` transaction sees the same moment. */
export const oneMoment = 'isolation level repeatable read read only';
type TransactionMode = '' | typeof oneMoment;

/** What the actor does under the request's own id. */
export function actingFor(actor: Actor, reason = actor.by ?? ''): ActingFor {
  return { actorId: actor.id, changeId: actor.requestId, reason };
}

/**
 * Reads through Prisma under the actor's row-level security. With `asOf`, a date or an instant in
 * UTC, the same queries give the records as they were then.
 */
export function readAs<Result>(
  actor: Actor,
  work: (transaction: Transaction) => Promise<Result>,
  asOf?: string,
): Promise<Result> {
  return transactAs({ ...actingFor(actor), ...(asOf && { asOf: asOfInstant(asOf) }) }, work);
}

/** The day, in UTC, by which what is dated is judged: that of the past moment that is read, or today. */
export async function readDay(transaction: Transaction): Promise<string> {
  const [row] = await transaction.$queryRaw<{ day: string }[]>`select change_day()::text as day`;
  if (!row) throw new Error('A day gives one row.');
  return row.day;
}

/**
 * A connection inside a transaction under the actor's row-level security, for streaming. The caller
 * commits and releases it, or releases it with `true` to have it closed.
 */
export async function openAs(
  acting: ActingFor,
  mode: TransactionMode = '',
  from: pg.Pool = pool(),
): Promise<pg.PoolClient> {
  const connection = await from.connect();
  try {
    await connection.query(`begin ${mode}`);
    await connection.query(settings(acting));
    return connection;
  } catch (error) {
    connection.release(true);
    throw error;
  }
}

/** Runs `work` on one connection, in one transaction, under the actor's row-level security. */
export async function connectAs<Result>(
  acting: ActingFor,
  work: (connection: pg.PoolClient) => Promise<Result>,
  mode: TransactionMode = '',
): Promise<Result> {
  return within(await openAs(acting, mode), work);
}

/** Runs `work` on an open connection, commits, and gives the connection back. */
export async function within<Result>(
  connection: pg.PoolClient,
  work: (connection: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  let broken: Error | undefined;
  try {
    const result = await work(connection);
    await connection.query('commit');
    return result;
  } catch (error) {
    await connection.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    connection.release(broken);
  }
}

/** The bytes of `COPY (…) TO STDOUT`, for piping; run it inside `connectAs`. */
export function copyOut(connection: pg.PoolClient, text: string) {
  return connection.query(copyTo(text));
}

/** A sink for `COPY … FROM STDIN`; run it inside `connectAs`. */
export function copyIn(connection: pg.PoolClient, text: string) {
  return connection.query(copyFrom(text));
}
