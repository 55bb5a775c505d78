import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EmbeddedDatabase, startEmbedded, stopEmbedded } from './embedded.ts';
import { isRunning } from './process.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'register-embedded-'));
});

afterEach(async () => {
  await stopEmbedded(folder);
  await rm(folder, { recursive: true });
});

async function query(server: EmbeddedDatabase, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server.ownerUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function startWithShip(): Promise<EmbeddedDatabase> {
  const server = await startEmbedded(folder);
  await query(server, `create table ship (name text); insert into ship values ('Vega')`);
  return server;
}

const ships = (server: EmbeddedDatabase) => query(server, 'select name from ship');

describe('the embedded database', () => {
  it('belongs to an owner who is no superuser, and listens on this machine only', async () => {
    const server = await startEmbedded(folder, { throwaway: true });
    expect(
      await query(
        server,
        `select usesuper, current_setting('listen_addresses') as listens
           from pg_user where usename = current_user`,
      ),
    ).toEqual([{ usesuper: false, listens: '127.0.0.1' }]);
    await server.stop();
  });

  it('knows letters beyond ASCII', async () => {
    const server = await startEmbedded(folder, { throwaway: true });
    expect(await query(server, `select lower('ÉŽΩ') as lower`)).toEqual([{ lower: 'éžω' }]);
    await server.stop();
  });

  it('holds after a stop what it held before', async () => {
    await (await startWithShip()).stop();
    const server = await startEmbedded(folder);
    expect(await ships(server)).toEqual([{ name: 'Vega' }]);
    await server.stop();
  });

  it('loses nothing committed when it is killed', async () => {
    const killed = await startWithShip();
    process.kill(killed.pid, 'SIGKILL');
    await killed.ended;
    const server = await startEmbedded(folder);
    expect(await ships(server)).toEqual([{ name: 'Vega' }]);
    await server.stop();
  });

  it('takes the place of a server whose launcher was killed', async () => {
    const left = await startWithShip();
    const server = await startEmbedded(folder);
    expect(isRunning(left.pid)).toBe(false);
    expect(await ships(server)).toEqual([{ name: 'Vega' }]);
    await server.stop();
  });

  it('starts although a stranger has the number of the server that was killed', async () => {
    const killed = await startWithShip();
    process.kill(killed.pid, 'SIGKILL');
    await killed.ended;
    const stranger = spawn('sleep', ['60']);
    const pidFile = join(folder, 'postgres', 'postmaster.pid');
    const lines = (await readFile(pidFile, 'utf8')).split('\n');
    await writeFile(pidFile, [stranger.pid, ...lines.slice(1)].join('\n'));
    const server = await startEmbedded(folder);
    expect(await ships(server)).toEqual([{ name: 'Vega' }]);
    expect(isRunning(stranger.pid ?? 0)).toBe(true);
    await server.stop();
    stranger.kill();
  });

  it('starts over where the first start was interrupted', async () => {
    const unfinished = join(folder, 'postgres-unfinished-1234');
    await mkdir(join(unfinished, 'data'), { recursive: true });
    await writeFile(join(unfinished, 'data', 'PG_VERSION'), '18\n');
    const server = await startWithShip();
    expect(await ships(server)).toEqual([{ name: 'Vega' }]);
    expect(existsSync(unfinished)).toBe(false);
    await server.stop();
  });
});
