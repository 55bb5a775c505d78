import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, processIdentity, sleep } from '../process.ts';
import { killGroup, root, toolEnvironment } from './tools.ts';

export type WebServer = {
  pid: number;
  /** Settles when the server has ended, for whatever reason. */
  ended: Promise<void>;
  stop(): Promise<void>;
};

export type WebServerOptions = {
  mode: 'start' | 'dev';
  host: string;
  port: number;
  dataFolder: string;
  environment: Record<string, string>;
  connectionsFile?: string;
  stopping: AbortSignal;
};

const front = join(root, 'prisma', 'front');

/** Starts the web server and resolves when /api/health answers 200. */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const record = recordIn(options.dataFolder);
  const { mode, host, port, connectionsFile } = options;
  const child = spawn(
    process.execPath,
    [
      ...(connectionsFile ? ['--import', join(front, 'watch-connections.ts')] : []),
      ...[join(front, 'server.ts'), mode, host, String(port)],
    ],
    {
      cwd: root,
      env: toolEnvironment({
        ...options.environment,
        ...(connectionsFile && { CONNECTIONS_FILE: connectionsFile }),
      }),
      // A process group of its own, so that it can be stopped whole and before the database.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let banner = '';
  let ready = mode === 'dev';
  const onOutput = (stream: NodeJS.WriteStream) => (chunk: Buffer) => {
    if (ready) stream.write(chunk);
    else banner += chunk;
  };
  child.stdout.on('data', onOutput(process.stdout));
  child.stderr.on('data', onOutput(process.stderr));
  const ended = new Promise<void>((resolve, reject) => {
    child.once('exit', () => resolve());
    child.once('error', reject);
  });
  const pid = child.pid;
  if (pid === undefined) throw await ended.catch((error) => error);
  const identity = processIdentity(pid);
  writeFileSync(record, JSON.stringify({ pid, identity }), { mode: 0o600 });
  const server: WebServer = {
    pid,
    ended,
    async stop() {
      await stopGroup(pid);
      rmSync(record, { force: true });
    },
  };
  try {
    const address = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
    await answers(`http://${address}:${port}/api/health`, pid, options.stopping);
  } catch (error) {
    await server.stop();
    throw new Error(`${(error as Error).message}\n${banner}`.trim());
  }
  ready = true;
  return server;
}

async function answers(url: string, pid: number, stopping: AbortSignal): Promise<void> {
  const deadline = Date.now() + 120_000;
  let last = 'no answer';
  while (Date.now() < deadline) {
    stopping.throwIfAborted();
    if (!isRunning(pid)) throw new Error('The web server ended while it started.');
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
      if (response.status === 200) return;
      last = `${response.status} ${(await response.text()).slice(0, 500)}`;
    } catch (error) {
      last = (error as Error).message;
    }
    await sleep(100);
  }
  throw new Error(`The web server does not get healthy; ${url} says: ${last}`);
}

/** Stops the server of a launcher that /** Stops the server of a launcher that was killed; it would still hold its port. */
export async function stopLeftoverWebServer(dataFolder: string): Promise<void> {
  const record = recordIn(dataFolder);
  let holder: { pid: number; identity: string };
  try {
    holder = JSON.parse(readFileSync(record, 'utf8'));
  } catch {
    return; // none was left
  }
  if (processIdentity(holder.pid) === holder.identity) await stopGroup(holder.pid);
}

async function stopGroup(leader: number): Promise<void> {
  killGroup(leader, 'SIGTERM');
  // Long enough for requests under way; a stream that nobody reads ends here.
  const deadline = Date.now() + 8_000;
  while (Date.now() < deadline && isRunning(leader)) await sleep(25);
  killGroup(leader, 'SIGKILL');
}

function recordIn(dataFolder: string): string {
  return join(dataFolder, 'web-server');
}
