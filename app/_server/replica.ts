import type pg from 'pg';
import { logFailure } from '@/prisma/front/log';
import { type ActingFor, createPool, oneMoment, openAs, pool } from './database';

/*
 * A replica of the database, where the operator has one (DATABASE_READ_URL): exports and reads of the
 * past go there, and keep no worker of the database from its writers. Whoever asks sees nothing older
 * than what was committed when they asked.
 */

const shared = globalThis as typeof globalThis & { registerReplica?: pg.Pool };

/** How long a replica may take to catch up with the database before that is asked instead. */
const patienceMilliseconds = 2_000;
const lookMilliseconds = 25;

function replicaPool(): pg.Pool | undefined {
  const url = process.env.APP_DATABASE_READ_URL;
  if (url) shared.registerReplica ??= createPool(url);
  return shared.registerReplica;
}

/** Ends the connections to the replica; for tests. */
export async function closeReplica(): Promise<void> {
  await shared.registerReplica?.end();
  delete shared.registerReplica;
}

/** Like `openAs` in one moment: on the replica, or on the database where there is none that serves. */
export async function openToRead(acting: ActingFor): Promise<pg.PoolClient> {
  const replica = replicaPool();
  if (replica) {
    try {
      await catchUp(replica);
      return await openAs(acting, oneMoment, replica);
    } catch (error) {
      logFailure('replica_passed_over', error);
    }
  }
  return openAs(acting, oneMoment);
}

/** @throws Error when the replica stays behind what is committed now */
async function catchUp(replica: pg.Pool): Promise<void> {
  const { rows } = await pool().query<{ position: string }>(
    'select pg_current_wal_insert_lsn()::text as position',
  );
  const deadline = Date.now() + patienceMilliseconds;
  while (await isBehind(replica, rows[0]?.position)) {
    if (Date.now() > deadline) {
      throw new Error(`It is more than ${patienceMilliseconds} ms behind the database.`);
    }
    await new Promise((resolve) => setTimeout(resolve, lookMilliseconds));
  }
}

async function isBehind(replica: pg.Pool, position: string | undefined): Promise<boolean> {
  const { rows } = await replica.query<{ behind: boolean }>(
    `select pg_is_in_recovery() and pg_last_wal_replay_lsn() < $1::pg_lsn as behind`,
    [position],
  );
  return rows[0]?.behind ?? true;
}
