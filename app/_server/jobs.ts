import PgBoss from 'pg-boss';
import { logFailure } from '@/prisma/front/log';
import { pool, type Transaction } from './database';

export type Queue = 'import';

export interface JobData {
  /** What the job is about, such as an import's id. */
  id: string;
  /** Who asked for it; it acts with that person's rights. */
  actorId: string;
}

export interface Worker {
  run(data: JobData): Promise<void>;
  /**
   * Jobs that ought to be running, perhaps are: `run` has to be safe against a second of its kind.
   * A process that was killed leaves its job to whoever asks next.
   */
  unfinished(): Promise<JobData[]>;
}

const lookMilliseconds = 5_000;

const shared = globalThis as typeof globalThis & {
  registerJobs?: PgBoss | undefined;
  registerWorkers?: Map<Queue, AbortController>;
};

// Its tables are made by the owner (prisma/queues); the application only uses them.
function boss(): PgBoss {
  if (!shared.registerJobs) {
    shared.registerJobs = new PgBoss({
      schema: 'pgboss',
      migrate: false,
      schedule: false,
      // Whoever dies is found by `unfinished`, so an expiry need not be short.
      expireInHours: 23,
      db: { executeSql: (text, values) => pool().query(text, values) },
    });
    shared.registerJobs.on('error', (error) => logFailure('background_job_failed', error));
  }
  return shared.registerJobs;
}

/** Queues a job with the transaction: it is there once the transaction is committed. */
export async function enqueue(
  transaction: Transaction,
  queue: Queue,
  data: JobData,
): Promise<void> {
  await boss().send(queue, data, {
    retryLimit: 0,
    db: {
      executeSql: async (text, values) => ({
        rows: await transaction.$queryRawUnsafe<unknown[]>(text, ...values),
      }),
    },
  });
}

/** Works on a queue's jobs one at a time in this process, and takes over what others left. */
export async function startWorker(queue: Queue, worker: Worker): Promise<void> {
  shared.registerWorkers ??= new Map();
  // The development server runs the start again when code changes.
  if (shared.registerWorkers.has(queue)) return;
  const stop = new AbortController();
  shared.registerWorkers.set(queue, stop);
  await boss().start();
  await boss().work<JobData>(queue, async (jobs) => {
    for (const { data } of jobs) await worker.run(data);
  });
  void lookAfter(worker, stop.signal);
}

/** A failure of ours in a job that tells its own people that it failed. */
export function logJobFailure(queue: Queue, error: unknown): void {
  logFailure(`${queue}_failed`, error);
}

/** Ends the work on all queues once the jobs at hand are done. */
export async function stopWorkers(): Promise<void> {
  for (const stop of shared.registerWorkers?.values() ?? []) stop.abort();
  shared.registerWorkers?.clear();
  await shared.registerJobs?.stop({ graceful: true, timeout: 5_000 });
  shared.registerJobs = undefined;
}

async function lookAfter(worker: Worker, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      for (const data of await worker.unfinished()) await worker.run(data);
    } catch (error) {
      logFailure('background_job_failed', error);
    }
    await new Promise((resolve) => setTimeout(resolve, lookMilliseconds).unref());
  }
}
