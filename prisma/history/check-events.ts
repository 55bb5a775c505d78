import type { ClientBase } from 'pg';
import {
  ChainWalk,
  ChangesDigest,
  changeHash,
  eventContentHash,
} from '../../app/_domain/history-chain.ts';
import type { HeadCheck } from '../../app/_domain/history-head-check.ts';
import { type ChainedEvent, changeTexts, eventTexts, strayChanges } from './event-texts.ts';
import { HistoryProblem, refuseProblem } from './problem.ts';

export interface EventsChecked {
  events: bigint;
  /** Changes of bulk events. */
  changes: number;
  /** Hash of the newest event. */
  hash: string;
}

/**
 * Follows the chain through the database's history, down to each change of a bulk event, and holds
 * the heads against it.
 * @throws HistoryProblem with the first event that is wrong
 */
export async function checkEvents(client: ClientBase, heads: HeadCheck): Promise<EventsChecked> {
  const walk = new ChainWalk();
  let changes = 0;
  let at = '';
  for await (const event of eventTexts(client)) {
    const { seq, hash, previous_hash: previousHash } = event;
    const contentHash = eventContentHash(event);
    refuseProblem(walk.follow({ seq, previousHash, contentHash, hash }));
    refuseProblem(heads.eventProblem(seq, hash));
    if (event.at < at) throw new HistoryProblem(`Event ${seq} is older than the one before it.`);
    at = event.at;
    if (event.changes_digest !== '') changes += await checkChanges(client, event);
  }
  refuseProblem(heads.endProblem(walk.seq));
  const stray = await strayChanges(client);
  if (stray) throw new HistoryProblem(`There are changes of event ${stray}, which has none.`);
  return { events: walk.seq, changes, hash: walk.hash };
}

async function checkChanges(client: ClientBase, event: ChainedEvent): Promise<number> {
  const digest = new ChangesDigest();
  for await (const change of changeTexts(client, event.seq)) {
    const hash = changeHash(change);
    if (hash !== change.hash) {
      throw new HistoryProblem(
        `Change ${change.ordinal} of event ${event.seq} is not what was recorded: it does not give its hash.`,
      );
    }
    digest.add(hash);
  }
  if (digest.count !== Number(event.row_count) || digest.end() !== event.changes_digest) {
    throw new HistoryProblem(
      `Event ${event.seq} stands for ${event.row_count} changes. Those that are there, ${digest.count}, are not the ones that were recorded.`,
    );
  }
  return digest.count;
}
