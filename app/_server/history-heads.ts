import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { parseHead, type SignedHead } from '@/app/_domain/history-head';
import { logFailure } from '@/prisma/front/log';
import { headsFileName } from '@/prisma/history/heads-file';
import { pool } from './database';
import { environment } from './environment';
import { signedHead } from './history-head';

/*
 * The heads of the history, one JSON object per line, in a file beside the database: whoever cuts
 * events off cannot cut them off there. It is only ever appended to, each line in one write, so that
 * several instances may share it.
 */

const everyMilliseconds = 60 * 60 * 1000;
/** Bytes; a head has some 400. */
const longestLine = 1_000;

const shared = globalThis as typeof globalThis & { registerHeads?: NodeJS.Timeout };

/** Writes the head now and then every hour. */
export async function keepHeads(): Promise<void> {
  if (shared.registerHeads) return;
  shared.registerHeads = setInterval(keepHead, everyMilliseconds).unref();
  await keepHead();
}

async function keepHead(): Promise<void> {
  try {
    await writeHead();
  } catch (error) {
    logFailure('history_head_failed', error);
  }
}

/** Where the heads are written. */
export function headsFile(): string {
  return join(environment('DATA_DIR'), headsFileName);
}

/** Appends the head as it is now. */
export async function writeHead(): Promise<SignedHead> {
  const head = await signedHead(pool());
  const file = await open(headsFile(), 'a', 0o644);
  try {
    await file.appendFile(`${JSON.stringify(head)}\n`);
    await file.datasync();
  } finally {
    await file.close();
  }
  return head;
}

/** The head that was written last; undefined where there is none. */
export async function lastWrittenHead(): Promise<SignedHead | undefined> {
  let file: FileHandle;
  try {
    file = await open(headsFile(), 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const { size } = await file.stat();
    const length = Math.min(size, longestLine);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    return parseHead(buffer.toString('utf8').trimEnd().split('\n').at(-1) ?? '');
  } finally {
    await file.close();
  }
}
