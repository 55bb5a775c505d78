import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processIdentity, sleep } from './process.ts';

type Holder = { pid: number; identity: string };

/** The data folder is in use by another process that lives. */
class DataFolderInUse extends Error {}

/**
 * Takes `folder` for this process until `release` or its end, and makes it if missing. The lock
 * of a process that was killed is taken over.
 * @throws DataFolderInUse
 */
function takeDataFolder(folder: string): { release(): void } {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const path = join(folder, 'lock');
  const identity = processIdentity(process.pid);
  if (!identity) throw new Error('This system does not say when a process was started.');
  const own: Holder = { pid: process.pid, identity };
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, JSON.stringify(own), { mode: 0o600 });
  try {
    while (!linked(aside, path)) {
      const holder = readHolder(path);
      if (holder && processIdentity(holder.pid) === holder.identity) {
        throw new DataFolderInUse(
          `The register in ${folder} is already running (process ${holder.pid}). ` +
            'Stop it first, or set DATA_DIR to use another folder.',
        );
      }
      removeStale(path, holder);
    }
  } finally {
    rmSync(aside, { force: true });
  }
  return { release: () => rmSync(path, { force: true }) };
}

/**
 * Takes `folder` like takeDataFolder, and waits up to `patience` milliseconds for the process
 * that has it.
 * @throws DataFolderInUse
 */
export async function waitForDataFolder(
  folder: string,
  patience: number,
): Promise<{ release(): void }> {
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      return takeDataFolder(folder);
    } catch (error) {
      if (!(error instanceof DataFolderInUse) || Date.now() > deadline) throw error;
      await sleep(100);
    }
  }
}

function linked(aside: string, path: string): boolean {
  try {
    linkSync(aside, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves the lock away before deleting it: a lock that someone took meanwhile is put back. */
function removeStale(path: string, stale: Holder | undefined): void {
  const moved = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, moved);
  } catch {
    return; // somebody else removed it
  }
  const holder = readHolder(moved);
  if (holder && holder.identity !== stale?.identity) linked(moved, path);
  rmSync(moved, { force: true });
}

function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined; // gone, or cut short by a full disk: nobody holds it
  }
}
