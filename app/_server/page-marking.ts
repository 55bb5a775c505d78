import { cache } from 'react';
import { type Classified, classifiedAs, highestMarking } from '@/app/_domain/marking';
import type { Actor } from './actor';
import { readAs } from './database';

interface Page {
  readonly held: Classified[];
  /** The marking, once it was given out. */
  marking?: string;
}

// One for each request while its page is made; outside of that a new one at each call.
const currentPage = cache((): Page => ({ held: [] }));

/**
 * Says that the page which is being made holds these. Called by whatever reads classified rows, so
 * that no page has to know.
 */
export function pageHolds(parts: readonly Classified[]): void {
  const page = currentPage();
  page.held.push(...parts);
  if (page.marking === undefined) return;
  // No page at all is better than one that is marked too low.
  const due = highestMarking([classifiedAs(page.marking), ...parts]);
  if (due !== page.marking) {
    throw new Error(`Marked ${page.marking} before all was read that the page holds: ${due}.`);
  }
}

/**
 * The protective marking of the page which is being made: the highest of what was read for it so
 * far and of the register's own. A page asks for it last.
 */
export async function pageMarking(actor: Actor): Promise<string> {
  const own = await readOwn(actor);
  const page = currentPage();
  page.marking = highestMarking([own, ...page.held]);
  return page.marking;
}

/** The protective marking of an answer that holds these. */
export async function markingWith(actor: Actor, held: readonly Classified[]): Promise<string> {
  return highestMarking([await readOwn(actor), ...held]);
}

async function readOwn(actor: Actor): Promise<Classified> {
  const { marking } = await readAs(actor, (transaction) =>
    transaction.setting.findUniqueOrThrow({ where: { id: 1 }, select: { marking: true } }),
  );
  return classifiedAs(marking);
}
