import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { keyIdOf, parseHead, type SignedHead } from '../../app/_domain/history-head.ts';
import { waitForDataFolder } from '../data-folder.ts';
import { runningEmbedded, startEmbedded } from '../embedded.ts';
import { historyKeyFile } from '../history-key.ts';
import { root } from '../launch/tools.ts';
import { checkDatabase } from './check-database.ts';
import { checkExports } from './check-exports.ts';
import { headsFileName, readHeads } from './heads-file.ts';
import { HistoryProblem } from './problem.ts';

const usage = `Usage: npm run history:verify -- [--export FILE …] [--head HEAD …] [--key KEY …]

  Without --export, checks the register of this folder or of DATABASE_URL.
  --export  an exported history: events, their links, or the changes of one event; may be repeated
  --head    a signed head or a receipt that holds one, as a file or as JSON; may be repeated
  --key     a public key that is known to sign heads, beside the register's own; may be repeated`;

/** Checks a history and says what it found; resolves to the exit status. */
export async function verifyHistory(args: readonly string[]): Promise<number> {
  let options: Options;
  try {
    options = optionsOf(args);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    return 1;
  }
  try {
    if (options.exports.length > 0) await verifyExports(options);
    else await verifyDatabase(options);
    return 0;
  } catch (error) {
    if (!(error instanceof HistoryProblem)) throw error;
    console.error(error.message);
    return 1;
  }
}

interface Options {
  exports: string[];
  heads: SignedHead[];
  keys: string[];
}

function optionsOf(args: readonly string[]): Options {
  const text = { type: 'string', multiple: true, default: [] as string[] } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { export: text, head: text, key: text },
  });
  return { exports: values.export.map(pathOf), heads: values.head.map(headOf), keys: values.key };
}

/** As seen from where the command was given, since npm runs it at the root. */
function pathOf(given: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), given);
}

function headOf(given: string): SignedHead {
  const path = pathOf(given);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : given;
  const head = parseHead(text);
  if (!head) throw new Error(`There is no signed head in ${given}.`);
  return head;
}

async function verifyExports({ exports, heads, keys }: Options): Promise<void> {
  const known = [...keys, ...ownKeys(ownFolder())];
  // Without a key to compare with, a head is held against the one that it names itself.
  const named = known.length > 0 ? known : heads.map(({ keyId }) => keyId);
  const { events, linkedOnly, changes, newest } = await checkExports(exports, heads, named);
  const others =
    linkedOnly > 0 ? ` ${count(linkedOnly, 'other event')} known by the link only.` : '';
  console.log(
    `The chain is whole: ${count(events, 'event')}, ${count(changes, 'change')} of bulk events.${others}`,
  );
  console.log(`Newest event: ${newest.seq}, hash ${newest.hash}`);
  for (const head of heads) {
    console.log(
      `It is the history that the head of ${head.at} was signed for, by the key ${head.keyId}.`,
    );
  }
  if (heads.length === 0) {
    console.log(
      'Without --head it may have been written anew as a whole. Compare the hash with one that you know.',
    );
  } else if (known.length === 0) {
    console.log(
      'No key is known here. Compare it with the one that the register shows on its history page.',
    );
  }
}

async function verifyDatabase({ heads, keys }: Options): Promise<void> {
  const dataFolder = ownFolder();
  const file = join(dataFolder, headsFileName);
  // Before the database is looked at, so that it has all that the file knows of.
  const written = readHeads(file);
  await using resources = new AsyncDisposableStack();
  const ownerUrl = process.env.DATABASE_URL || (await openEmbedded(dataFolder, resources));
  const known = [...keys, ...ownKeys(dataFolder)];
  const checked = await checkDatabase(ownerUrl, [...(written ?? []), ...heads], known);
  const { events, changes, hash, tables, rows, receipts, versions, seals } = checked;
  console.log(
    `The history is whole: ${count(events, 'event')}, ${count(changes, 'change')} of bulk events.`,
  );
  console.log(`Newest event: ${events}, hash ${hash}`);
  console.log(`The records agree with it: ${count(rows, 'row')} in ${count(tables, 'table')}.`);
  console.log(`The receipts of exports agree with it: ${count(receipts, 'receipt')}.`);
  console.log(
    `The register agrees with its seals: ${count(versions, 'version')}, ${count(seals, 'seal')}.`,
  );
  if (written) console.log(`${count(written.length, 'signed head')} in ${file} agree with it.`);
  else console.log(`There is no ${file}: whether the newest events were cut off cannot be told.`);
}

/** The folder of the register that serves people, or of the sample where there is no other. */
function ownFolder(): string {
  const base = resolve(root, process.env.DATA_DIR ?? '.data');
  const [register, demo] = [join(base, 'register'), join(base, 'demo')];
  return existsSync(register) || !existsSync(demo) ? register : demo;
}

async function openEmbedded(dataFolder: string, resources: AsyncDisposableStack): Promise<string> {
  if (!existsSync(dataFolder)) throw new Error(`There is no register in ${dataFolder}.`);
  console.log(`Checking the register in ${dataFolder} …`);
  const running = await runningEmbedded(dataFolder);
  if (running) return running;
  const lock = await waitForDataFolder(dataFolder, 0);
  resources.defer(() => lock.release());
  const database = await startEmbedded(dataFolder);
  resources.defer(() => database.stop());
  return database.ownerUrl;
}

/** The public half of the register's own key, where this is its machine. */
function ownKeys(dataFolder: string): string[] {
  const path = historyKeyFile(dataFolder);
  return existsSync(path) ? [keyIdOf(readFileSync(path, 'utf8'))] : [];
}

function count(number: number | bigint, noun: string): string {
  return `${number} ${noun}${BigInt(number) === 1n ? '' : 's'}`;
}
