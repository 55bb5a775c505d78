import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, cp, mkdir, readlink, realpath, rename, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { commandOutput } from './process.ts';

/** Where the server's files go when its own user cannot reach the project (a clone under /root). */
const fallbackFolder = '/var/lib/supplier-risk-register';

/** The system user that runs PostgreSQL; undefined means the user who runs this process. */
export type PostgresUser = { uid: number; gid: number } | undefined;

/** PostgreSQL refuses to run as root. There, the user `postgres` runs it and is made if missing. */
export function postgresUser(): PostgresUser {
  if (process.getuid?.() !== 0) return undefined;
  const known = lookUp();
  if (known) return known;
  commandOutput('groupadd', ['--system', 'postgres']);
  commandOutput('useradd', [
    ...['--system', '--gid', 'postgres', '--no-create-home', '--home-dir', '/nonexistent'],
    ...['--shell', '/usr/sbin/nologin', 'postgres'],
  ]);
  const made = lookUp();
  if (made) return made;
  throw new Error(
    'PostgreSQL cannot run as root, and the system user "postgres" could not be made. ' +
      'Make it (useradd --system postgres), run as an ordinary user, or set DATABASE_URL.',
  );
}

function lookUp(): PostgresUser {
  const uid = commandOutput('id', ['-u', 'postgres']);
  const gid = commandOutput('id', ['-g', 'postgres']);
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** Makes `folder` and gives it to `user` alone. */
export async function makePrivateFolder(folder: string, user: PostgresUser): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (user) await chown(folder, user.uid, user.gid);
}

/**
 * The folder of the cluster of `dataFolder`, which need not exist yet: inside it, or, where the
 * server's user cannot get there, under /var/lib with a link in its place.
 */
export async function clusterFolder(dataFolder: string, user: PostgresUser): Promise<string> {
  const inside = join(await realpath(dataFolder), 'postgres');
  const elsewhere = await readlink(inside).catch(() => undefined);
  if (elsewhere) return elsewhere;
  if (canEnter(dirname(inside), user)) return inside;
  if (existsSync(inside)) {
    throw new Error(
      `PostgreSQL cannot run as root, and its user "postgres" cannot enter ${dirname(inside)}. ` +
        'Let it pass through the folders above, or run as the user that owns them.',
    );
  }
  const folder = join(fallbackFolder, randomBytes(6).toString('hex'));
  await mkdir(folder, { recursive: true, mode: 0o711 });
  await symlink(join(folder, 'postgres'), inside);
  return join(folder, 'postgres');
}

/**
 * The folder of PostgreSQL's programs for `user`: the package's own, or a copy where that user
 * cannot reach the package.
 */
export async function reachablePrograms(
  native: string,
  version: string,
  user: PostgresUser,
): Promise<string> {
  if (canEnter(join(native, 'bin'), user)) return native;
  const copy = join(fallbackFolder, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const aside = `${copy}.${process.pid}`;
  await mkdir(dirname(copy), { recursive: true, mode: 0o755 });
  await cp(native, aside, { recursive: true, verbatimSymlinks: true });
  try {
    await rename(aside, copy);
  } catch (error) {
    // Another process finished its copy first.
    await rm(aside, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

function canEnter(folder: string, user: PostgresUser): boolean {
  if (!user) return true;
  const attempt = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], {
    uid: user.uid,
    gid: user.gid,
    cwd: '/',
    stdio: 'ignore',
  });
  return attempt.status === 0;
}
