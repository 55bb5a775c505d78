import {
  ChainWalk,
  ChangesDigest,
  type ChangeText,
  changeColumns,
  changeHash,
  type EventLink,
  type EventText,
  eventColumns,
  eventContentHash,
} from '../../app/_domain/history-chain.ts';
import type { SignedHead } from '../../app/_domain/history-head.ts';
import { HeadCheck } from '../../app/_domain/history-head-check.ts';
import { HistoryProblem, refuseProblem } from './problem.ts';
import { type ExportRow, readExport } from './read-export.ts';

export interface ExportsChecked {
  /** Events whose content is in the files. */
  events: number;
  /** Events of which the files hold only the link. */
  linkedOnly: number;
  /** Changes of bulk events whose content is in the files. */
  changes: number;
  newest: { seq: bigint; hash: string };
}

/** What the files hold, by number; `content` where it is more than a link. */
interface Gathered {
  links: Map<string, EventLink & { content: boolean; digest: string; rowCount: number }>;
  /** Hashes of the changes of an event, by ordinal. */
  changes: Map<string, Map<number, string>>;
  changeCount: number;
}

/**
 * Checks an exported history by itself: files of events, of links for events that are not in them,
 * and of the changes of bulk events; in any order.
 * @throws HistoryProblem with the first event that is wrong
 */
export async function checkExports(
  paths: readonly string[],
  heads: readonly SignedHead[],
  knownKeys: readonly string[],
): Promise<ExportsChecked> {
  const check = new HeadCheck(heads);
  refuseProblem(check.signatureProblem(knownKeys));
  const gathered: Gathered = { links: new Map(), changes: new Map(), changeCount: 0 };
  for (const path of paths) await readExport(path, (names) => taker(path, names, gathered));
  const links = [...gathered.links.values()].sort((a, b) => Number(BigInt(a.seq) - BigInt(b.seq)));
  const walk = new ChainWalk();
  for (const link of links) {
    refuseProblem(walk.follow(link));
    refuseProblem(check.eventProblem(link.seq, link.hash));
    const changes = gathered.changes.get(link.seq);
    if (changes) checkDigest(link, changes);
  }
  refuseProblem(check.endProblem(walk.seq));
  const stray = [...gathered.changes.keys()].find((seq) => !gathered.links.get(seq)?.content);
  if (stray)
    throw new HistoryProblem(`There are changes of event ${stray}, but not the event itself.`);
  const events = links.filter(({ content }) => content).length;
  return {
    events,
    linkedOnly: links.length - events,
    changes: gathered.changeCount,
    newest: { seq: walk.seq, hash: walk.hash },
  };
}

const kinds = [
  { columns: [...eventColumns, 'previous_hash', 'hash'], take: takeEvent },
  { columns: ['seq', 'previous_hash', 'content_hash', 'hash'], take: takeLink },
  { columns: [...changeColumns, 'hash'], take: takeChange },
  { columns: ['seq', 'ordinal', 'hash'], take: takeChangeLink },
] as const;

function taker(
  path: string,
  names: readonly string[],
  gathered: Gathered,
): (row: ExportRow) => void {
  const kind = kinds.find(({ columns }) => columns.every((column) => names.includes(column)));
  if (kind) return (row) => kind.take(row, gathered);
  const missing = kinds[0].columns.filter((column) => !names.includes(column));
  throw new HistoryProblem(
    `${path} is no whole export of a history: it has no column ${missing.join(', ')}. Export it with all columns.`,
  );
}

function takeEvent(row: ExportRow, { links }: Gathered): void {
  const event = { ...row, at: toMicroseconds(row.at ?? '') } as unknown as EventText;
  const seq = event.seq;
  const contentHash = eventContentHash(event);
  const link = { seq, contentHash, previousHash: row.previous_hash ?? '', hash: row.hash ?? '' };
  const known = links.get(seq);
  if (known?.content) throw new HistoryProblem(`Event ${seq} comes twice.`);
  if (known) refuseOther(link, known);
  links.set(seq, {
    ...link,
    content: true,
    digest: event.changes_digest,
    rowCount: Number(event.row_count),
  });
}

function takeLink(row: ExportRow, { links }: Gathered): void {
  const { seq = '', previous_hash = '', content_hash = '', hash = '' } = row;
  const link = { seq, previousHash: previous_hash, contentHash: content_hash, hash };
  const known = links.get(seq);
  if (known) refuseOther(link, known);
  else links.set(seq, { ...link, content: false, digest: '', rowCount: 0 });
}

function refuseOther(link: EventLink, known: EventLink): void {
  const same = link.contentHash === known.contentHash && link.hash === known.hash;
  if (!same) throw new HistoryProblem(`Event ${link.seq} is not the one of its link.`);
}

function takeChange(row: ExportRow, gathered: Gathered): void {
  const hash = changeHash(row as unknown as ChangeText);
  if (hash !== row.hash) {
    throw new HistoryProblem(
      `Change ${row.ordinal} of event ${row.seq} is not what was recorded: it does not give its hash.`,
    );
  }
  gathered.changeCount += 1;
  takeChangeLink(row, gathered);
}

function takeChangeLink(
  { seq = '', ordinal = '', hash = '' }: ExportRow,
  { changes }: Gathered,
): void {
  const ofEvent = changes.get(seq) ?? new Map<number, string>();
  changes.set(seq, ofEvent);
  const known = ofEvent.get(Number(ordinal));
  if (known && known !== hash) {
    throw new HistoryProblem(`Change ${ordinal} of event ${seq} is not the one of its link.`);
  }
  ofEvent.set(Number(ordinal), hash);
}

function checkDigest(
  { seq, digest, rowCount }: { seq: string; digest: string; rowCount: number },
  changes: ReadonlyMap<number, string>,
): void {
  const all = new ChangesDigest();
  for (const [, hash] of [...changes].sort(([a], [b]) => a - b)) all.add(hash);
  if (all.count < rowCount) {
    throw new HistoryProblem(
      `Changes of event ${seq} are missing: ${all.count} of ${rowCount} are there.`,
    );
  }
  if (all.count > rowCount || all.end() !== digest) {
    throw new HistoryProblem(`The changes of event ${seq} are not the ones that were recorded.`);
  }
}

/** A CSV leaves out the zeros at the end of a time. */
function toMicroseconds(at: string): string {
  const [seconds = '', fraction = ''] = at.replace('Z', '').split('.');
  return `${seconds}.${fraction.padEnd(6, '0')}Z`;
}
