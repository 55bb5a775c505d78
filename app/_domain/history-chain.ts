import { createHash } from 'node:crypto';
import { noHash } from './history-head.ts';

/*
 * The canonical form of the history, for whoever checks it; prisma/sql/20-history.sql holds the
 * same for who writes it, and says more.
 */

/** What of an event is hashed, in order; each value as text, '' where it is missing. */
export const eventColumns = [
  'seq',
  'at',
  'actor_id',
  'actor_name',
  'request_id',
  'reason',
  'action',
  'entity',
  'entity_id',
  'before',
  'after',
  'row_count',
  'changes_digest',
  'access_rank',
  'organisation_id',
] as const;

/** Hashed after the others, unless it is '', as it is in all that is older than compartments. */
interface InCompartment {
  readonly compartment_id?: string;
}

export type EventText = Readonly<Record<(typeof eventColumns)[number], string>> & InCompartment;

/** What of one change of a bulk event is hashed, in order. */
export const changeColumns = [
  'seq',
  'ordinal',
  'entity_id',
  'before',
  'after',
  'access_rank',
  'organisation_id',
] as const;

export type ChangeText = Readonly<Record<(typeof changeColumns)[number], string>> & InCompartment;

/** What of an event everybody may know: by these two hashes the chain can be followed. */
export interface EventLink {
  seq: string;
  previousHash: string;
  contentHash: string;
  hash: string;
}

/** SHA-256, in hex, of the text of a JSON array of strings as PostgreSQL writes it. */
export function hashOfTexts(values: readonly string[]): string {
  const text = `[${values.map((value) => JSON.stringify(value)).join(', ')}]`;
  return createHash('sha256').update(text).digest('hex');
}

export function eventContentHash(event: EventText): string {
  return hashOfTexts([...eventColumns.map((column) => event[column]), ...compartmentOf(event)]);
}

export function changeHash(change: ChangeText): string {
  return hashOfTexts([...changeColumns.map((column) => change[column]), ...compartmentOf(change)]);
}

function compartmentOf({ compartment_id = '' }: InCompartment): string[] {
  return compartment_id === '' ? [] : [compartment_id];
}

export function chainedHash(previousHash: string, contentHash: string): string {
  return createHash('sha256').update(previousHash, 'hex').update(contentHash, 'hex').digest('hex');
}

/** The digest of a bulk event over the hashes of its changes, given in order. */
export class ChangesDigest {
  readonly #digest = createHash('sha256');
  count = 0;

  add(hash: string): void {
    this.#digest.update(hash, 'hex');
    this.count += 1;
  }

  /** In hex; once, at the end. */
  end(): string {
    return this.#digest.digest('hex');
  }
}

/** Follows the chain event by event, from any event whose predecessor's hash is known. */
export class ChainWalk {
  /** Number and hash of the event that was followed last. */
  seq: bigint;
  hash: string;

  constructor(seq = 0n, hash = noHash) {
    this.seq = seq;
    this.hash = hash;
  }

  /** What is wrong with the next event, or undefined. */
  follow({ seq, previousHash, contentHash, hash }: EventLink): string | undefined {
    const expected = this.seq + 1n;
    const number = BigInt(seq);
    if (number > expected) return `Event ${expected} is missing; after ${this.seq} comes ${seq}.`;
    if (number < expected) return `Event ${seq} comes twice, or out of its order.`;
    if (chainedHash(previousHash, contentHash) !== hash) {
      return `Event ${seq} is not what was recorded: its content does not give its hash.`;
    }
    if (previousHash !== this.hash) {
      return this.seq === 0n
        ? 'Event 1 does not begin a history: others came before it.'
        : `Event ${this.seq} is not what was recorded: event ${seq} was chained to another one.`;
    }
    this.seq = number;
    this.hash = hash;
    return undefined;
  }
}
