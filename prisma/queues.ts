import type pg from 'pg';
import PgBoss from 'pg-boss';

const schema = 'pgboss';

/** The queues of background jobs. Their tables are made here, since the application owns none. */
export const queues = ['import'] as const;

/** Makes or upgrades pg-boss's schema and the queues, and lets `applicationRole` use them. */
export async function ensureJobQueues(owner: pg.Client, applicationRole: string): Promise<void> {
  const boss = new PgBoss({
    schema,
    // Only what it takes to install: no maintenance, no schedules.
    supervise: false,
    schedule: false,
    db: { executeSql: (text, values) => owner.query(text, values) },
  });
  boss.on('error', () => {}); // each call below rejects by itself
  await boss.start();
  try {
    for (const name of queues) await boss.createQueue(name);
  } finally {
    await boss.stop({ graceful: false });
  }
  await owner.query(
    `grant usage on schema ${schema} to ${applicationRole};
     grant select, insert, update, delete on all tables in schema ${schema} to ${applicationRole};
     grant execute on all functions in schema ${schema} to ${applicationRole};`,
  );
}
