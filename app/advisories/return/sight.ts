import { ceilingLabel } from '@/app/_domain/clearance';
import type { Actor } from '@/app/_server/actor';

/** Nothing of an organisation that they may see is hidden from them. */
export function isClearedForAll({ seesEverything }: Actor): boolean {
  return seesEverything;
}

/** What the numbers speak of: nobody's return counts what its reader may not see. */
export function sightOf(actor: Actor): string {
  if (isClearedForAll(actor)) {
    return 'Current deployments of the organisations that you may see, retired ones included.';
  }
  if (actor.ceiling === 0) return 'You are cleared for nothing classified, so nothing is counted.';
  return `Current deployments up to ${ceilingLabel(actor.ceiling)} of the organisations that you may see, retired ones included. There may be others that are not for you to see.`;
}
