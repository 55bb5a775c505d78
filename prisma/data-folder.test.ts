import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { waitForDataFolder } from './data-folder.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'register-folder-'));
});

afterEach(() => rm(folder, { recursive: true }));

/** Another process that takes the folder and keeps it until it is killed. */
async function startHolder() {
  const module = join(import.meta.dirname, 'data-folder.ts');
  const script = `
    import { waitForDataFolder } from ${JSON.stringify(module)};
    await waitForDataFolder(${JSON.stringify(folder)}, 0);
    console.log('taken');
    setInterval(() => {}, 1000);`;
  const node = join(import.meta.dirname, '../node_modules/.bin/node');
  const holder = spawn(node, ['--input-type=module-typescript', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  return holder;
}

describe('a data folder', () => {
  it('is refused to a second process while the first one lives', async () => {
    const holder = await startHolder();
    await expect(waitForDataFolder(folder, 0)).rejects.toThrow(
      `already running (process ${holder.pid})`,
    );
    holder.kill('SIGKILL');
    await once(holder, 'exit');
  });

  it('is taken over from a process that was killed', async () => {
    const holder = await startHolder();
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const lock = await waitForDataFolder(folder, 0);
    lock.release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is waited for', async () => {
    const holder = await startHolder();
    setTimeout(() => holder.kill('SIGKILL'), 300);
    const lock = await waitForDataFolder(folder, 10_000);
    lock.release();
  });
});
