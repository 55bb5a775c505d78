import { spawnSync } from 'node:child_process';
import { appendFileSync, chownSync, rmSync, writeFileSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { type EmbeddedDatabase, startEmbedded } from './embedded.ts';
import { postgresUser } from './postgres-user.ts';

/** A streaming replica of a running embedded server, with its data under `folder`. */
export async function startReplica(
  superuserUrl: string,
  folder: string,
): Promise<EmbeddedDatabase> {
  const primary = new pg.Client({ connectionString: superuserUrl });
  await primary.connect();
  const cluster = join(folder, 'postgres');
  try {
    await chmod(folder, 0o711);
    const { rows } = await primary.query<{ folder: string }>(
      `select current_setting('data_directory') as folder`,
    );
    await primary.query(`select pg_backup_start('replica', true)`);
    // Other tests drop databases meanwhile: what vanishes is in the log as well.
    const copy = spawnSync('cp', ['-a', rows[0]?.folder ?? '', cluster], { encoding: 'utf8' });
    const failures = copy.stderr.trim().split('\n').filter(Boolean);
    const failure = failures.find((line) => !line.endsWith('No such file or directory'));
    if (failure) throw new Error(failure);
    const label = await primary.query<{ text: string }>(
      'select labelfile as text from pg_backup_stop(false)',
    );
    const labelFile = join(cluster, 'backup_label');
    writeFileSync(labelFile, label.rows[0]?.text ?? '');
    const user = postgresUser();
    if (user) chownSync(labelFile, user.uid, user.gid);
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
    writeFileSync(join(cluster, 'standby.signal'), '');
    const { hostname, port, password } = new URL(superuserUrl);
    appendFileSync(
      join(cluster, 'postgresql.auto.conf'),
      `primary_conninfo = 'host=${hostname} port=${port} user=postgres password=${password}'\n`,
    );
  } finally {
    await primary.end();
  }
  return startEmbedded(folder, { throwaway: true });
}
