import type { ClientBase } from 'pg';
import { moment } from './day.ts';
import { identifier } from './identifier.ts';
import type { PersonKey } from './people.ts';

/** What one person did at one moment; the database records it as theirs, at that time. */
export type Scene = {
  /** Days from today; scenes are played in the order of their days and hours. */
  day: number;
  /** Of UTC; 9 unless given. */
  hour?: number;
  /** Absent: the register itself. */
  by?: PersonKey;
  /** Kept with the change in the history. */
  reason: string;
  play(client: ClientBase, at: string): Promise<unknown>;
};

/**
 * Plays the scenes in order within the caller's transaction. Each has its own moment, which is never
 * before what history holds already nor after now.
 */
export async function playScenes(
  client: ClientBase,
  scenes: readonly Scene[],
  userIds: ReadonlyMap<PersonKey, string>,
  now: Date,
): Promise<void> {
  await client.query('select register_write_lock()');
  const { rows } = await client.query<{ at: Date | null }>(
    'select max(at) as at from history_event',
  );
  let latest = rows[0]?.at?.getTime() ?? 0;
  const ordered = scenes.toSorted((a, b) => a.day - b.day || hourOf(a) - hourOf(b));
  for (const [index, scene] of ordered.entries()) {
    const planned = moment(now, scene.day, hourOf(scene)).getTime();
    latest = Math.max(Math.min(planned, now.getTime()), latest + 1);
    const at = new Date(latest).toISOString();
    await client.query(
      `select set_config('app.actor_id', $1, true), set_config('app.change_time', $2, true),
              set_config('app.change_id', $3, true), set_config('app.reason', $4, true)`,
      [
        scene.by ? userIds.get(scene.by) : '',
        at,
        identifier('change', String(index), scene.reason),
        scene.reason,
      ],
    );
    await scene.play(client, at);
  }
}

function hourOf({ hour = 9 }: Scene): number {
  return hour;
}
