import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
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

let client: ReturnType<typeof createPrismaClient> | undefined;

/** The Prisma client without an actor: for sign-in alone, since policies show it no register row. */
export function prismaClient() {
  client ??= createPrismaClient(pool());
  return client;
}

export interface ActingFor {
  actorId: string;
  /** Identifies the change in history and on each row it writes. */
  changeId: string;
  /** A change message that the person may give. */
  reason?: string;
}

function settings({ actorId, changeId, reason }: ActingFor): Statement {
  return {
    text: `select set_config('app.actor_id', $1, true), set_config('app.change_id', $2, true), set_config('app.reason', $3, true),
      set_config('datestyle', 'ISO', true)`,
    values: [actorId, changeId, reason ?? ''],
  };
}

/** Runs `work` in one Prisma transaction under the actor's row-level security. */
export async function transactAs<Result>(
  acting: ActingFor,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  return prismaClient().$transaction(
    async (transaction) => {
      const { text, values } = settings(acting);
      await transaction.$queryRawUnsafe(text, ...values);
      return work(transaction);
    },
    { timeout: 30_000, maxWait: 10_000 },
  );
}

/** Every statement of a `oneMoment` transaction sees the same moment. */
export const oneMoment = 'isolation level repeatable read read only';
type TransactionMode = '' | typeof oneMoment;

/** What the actor does under the request's own id. */
export function actingFor(actor: Actor, reason = actor.by ?? ''): ActingFor {
  return { actorId: actor.id, changeId: actor.requestId, reason };
}

/** Reads through Prisma under the actor's row-level security. */
export function readAs<Result>(
  actor: Actor,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  return transactAs(actingFor(actor), work);
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
