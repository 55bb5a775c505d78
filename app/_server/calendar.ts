import { logFailure } from '@/prisma/front/log';
import { pool } from './database';

const everyMilliseconds = 10 * 60 * 1000;

const shared = globalThis as typeof globalThis & { registerCalendar?: NodeJS.Timeout };

/**
 * Keeps up what the passing of days changes without anybody writing: decisions expire, origin facts
 * begin and end; exports of a killed process end. Safe in several instances at once, since a second call finds nothing to do.
 */
export async function followCalendar(): Promise<void> {
  if (shared.registerCalendar) return;
  shared.registerCalendar = setInterval(keepUp, everyMilliseconds).unref();
  await keepUp();
}

async function keepUp(): Promise<void> {
  try {
    await pool().query(
      `select expire_decisions((now() at time zone 'UTC')::date), refresh_origin_of_day(), end_abandoned_exports()`,
    );
  } catch (error) {
    logFailure('calendar_failed', error);
  }
}
