import { randomInt } from 'node:crypto';
import { resolve } from 'node:path';
import { waitForDataFolder } from '../data-folder.ts';
import { startEmbedded } from '../embedded.ts';
import { historyKeyFile } from '../history-key.ts';
import { migrate } from '../migrate.ts';
import { applicationUrl } from '../roles.ts';
import { keptSecret } from '../secret.ts';
import { createSetupLink } from '../setup-link.ts';
import { buildApplication, generateClient } from './build.ts';
import { freePortFrom, isFree } from './port.ts';
import { loadSample, sampleAccounts } from './sample.ts';
import { root } from './tools.ts';
import { startWebServer, stopLeftoverWebServer } from './web-server.ts';

export type ServeMode = 'demo' | 'start' | 'dev';

export function isServeMode(command: string): command is ServeMode {
  return command === 'demo' || command === 'start' || command === 'dev';
}

export type ServeOptions = {
  mode: ServeMode;
  /** The folder of this register alone: its database, its secrets, its lock. */
  dataFolder: string;
  /** Nothing in it is kept: the database does not wait for the disk. */
  throwaway?: boolean;
  /** Where the web server writes down each address that it connects to; nowhere unless given. */
  connectionsFile?: string;
  stopping: AbortSignal;
};

export type Served = {
  baseUrl: string;
  ownerUrl: string;
  /** Process numbers; a database of somebody else's has none here. */
  processes: { web: number; database?: number };
  /** Present when the register holds the sample. */
  samplePassword?: string;
  /** Settles with the name of the part that ended by itself. */
  ended: Promise<string>;
};

/** Serves a register until Ctrl-C; resolves to the exit status. */
export async function serveUntilStopped(mode: ServeMode, stopping: AbortSignal): Promise<number> {
  const folder = mode === 'demo' ? 'demo' : 'register';
  const dataFolder = resolve(root, process.env.DATA_DIR ?? '.data', folder);
  await using resources = new AsyncDisposableStack();
  const served = await serve({ mode, dataFolder, stopping }, resources);
  await announce(served);
  const stopped = new Promise<undefined>((resolve) => {
    if (stopping.aborted) resolve(undefined);
    stopping.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  const ended = await Promise.race([served.ended, stopped]);
  if (ended) console.error(`${ended} ended unexpectedly. Stopping; start again to recover.`);
  else console.log('\nStopping …');
  return ended ? 1 : 0;
}

/** Starts all that a register needs. What was started goes into `resources`, last in, first out. */
export async function serve(
  { mode, dataFolder, throwaway = false, connectionsFile, stopping }: ServeOptions,
  resources: AsyncDisposableStack,
): Promise<Served> {
  // Long enough for one that is being stopped at this moment.
  const lock = await waitForDataFolder(dataFolder, 4_000);
  resources.defer(() => lock.release());
  await stopLeftoverWebServer(dataFolder);
  const port = await choosePort();
  const host = process.env.HOST ?? '127.0.0.1';
  const baseUrl = (process.env.BASE_URL ?? `http://localhost:${port}`).replace(/\/+$/, '');

  const database = await openDatabase(dataFolder, throwaway, resources);
  stopping.throwIfAborted();
  await generateClient(stopping);
  await migrate(database.ownerUrl);
  stopping.throwIfAborted();
  const samplePassword = mode === 'demo' ? passwordOfSample(dataFolder) : undefined;
  if (samplePassword) await loadSample(database.ownerUrl, samplePassword);
  stopping.throwIfAborted();
  if (mode !== 'dev') await buildApplication(stopping);

  const server = await startWebServer({
    mode: mode === 'dev' ? 'dev' : 'start',
    host,
    port,
    dataFolder,
    ...(connectionsFile && { connectionsFile }),
    environment: {
      NODE_ENV: mode === 'dev' ? 'development' : 'production',
      // The owner's connection stays here: the application has no use for it.
      DATABASE_URL: '',
      APP_DATABASE_URL: applicationUrl(database.ownerUrl),
      ...replicaEnvironment(database.ownerUrl),
      BETTER_AUTH_SECRET: process.env.BETTER_AUTH_SECRET ?? keptSecret(dataFolder, 'auth-secret'),
      BETTER_AUTH_URL: baseUrl,
      BASE_URL: baseUrl,
      DATA_DIR: dataFolder,
      HISTORY_KEY_FILE: historyKeyFile(dataFolder),
      // The accounts of a demonstration should not scroll away.
      LOG: process.env.LOG ?? (mode === 'demo' ? 'failures' : 'all'),
    },
    stopping,
  });
  resources.defer(() => server.stop());
  return {
    baseUrl,
    ownerUrl: database.ownerUrl,
    processes: { web: server.pid, ...(database.pid && { database: database.pid }) },
    ...(samplePassword ? { samplePassword } : {}),
    ended: Promise.race([
      server.ended.then(() => 'The web server'),
      ...(database.ended ? [database.ended.then(() => 'PostgreSQL')] : []),
    ]),
  };
}

/** The application's connection to the replica in DATABASE_READ_URL, which has the database's roles. */
function replicaEnvironment(ownerUrl: string): Record<string, string> {
  const { DATABASE_READ_URL: given, APP_DATABASE_READ_URL: own } = process.env;
  if (!given) return {};
  const { username, password } = new URL(applicationUrl(ownerUrl));
  const derived = Object.assign(new URL(given), { username, password }).href;
  return { DATABASE_READ_URL: '', APP_DATABASE_READ_URL: own || derived };
}

async function openDatabase(
  dataFolder: string,
  throwaway: boolean,
  resources: AsyncDisposableStack,
): Promise<{ ownerUrl: string; pid?: number; ended?: Promise<void> }> {
  const given = process.env.DATABASE_URL;
  if (given) return { ownerUrl: given };
  const database = await startEmbedded(dataFolder, { throwaway });
  resources.defer(() => database.stop());
  if (!database.folder.startsWith(dataFolder)) {
    console.log(`PostgreSQL's own user cannot enter ${dataFolder}; data: ${database.folder}`);
  }
  return database;
}

async function choosePort(): Promise<number> {
  const given = process.env.PORT;
  if (given === undefined || given === '') {
    const port = await freePortFrom(3000);
    if (port !== 3000) console.log(`Port 3000 is taken; using ${port}.`);
    return port;
  }
  const port = Number(given);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`PORT is "${given}". It should be a number from 1 to 65535.`);
  }
  if (!(await isFree(port))) throw new Error(`Port ${port} is taken. Set PORT to another one.`);
  return port;
}

/** Easy to type from one screen into another: letters that nobody mixes up. 20 of 24: 91 bits. */
function passwordOfSample(dataFolder: string): string {
  return process.env.DEMO_PASSWORD || keptSecret(dataFolder, 'demo-password', typablePassword);
}

function typablePassword(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz';
  const group = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}

async function announce(served: Served): Promise<void> {
  console.log(`\nSupplier Risk Register: ${served.baseUrl}\n`);
  if (served.samplePassword) {
    console.log(`Sign in with the password ${served.samplePassword} as`);
    for (const { email, who } of sampleAccounts) console.log(`  ${email.padEnd(23)} ${who}`);
    console.log('');
  }
  const link = await createSetupLink(served.ownerUrl, served.baseUrl);
  if (link) {
    console.log(
      'There are no users yet. Create the first administrator, within 24 hours and once,',
    );
    console.log(`by this link:\n  ${link}\n`);
  }
  console.log('Ctrl-C stops everything.');
}
