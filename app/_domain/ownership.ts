import { holdsOn, type RecordedLink } from './situation';
import { anyTrue, type Truth } from './truth';

/** The least share that is more than half; shares have three decimals. */
export const shareOfControl = 50.001;

/** Whether a link counts: by control, or from the share on; *unknown* where neither is recorded. */
export function linkCounts(link: RecordedLink, leastShare: number): Truth {
  if (link.control) return 'yes';
  if (link.sharePercent === null) return 'unknown';
  return link.sharePercent >= leastShare ? 'yes' : 'no';
}

/**
 * Whom a supplier is owned by (upwards) or owns, over any number of links that count on the day, and
 * whether that is certain; itself included. The same walk stands in prisma/sql/31-rule.sql.
 */
export function ownershipReach(
  start: string,
  links: readonly RecordedLink[],
  { upwards, leastShare, onDay }: { upwards: boolean; leastShare: number; onDay: string },
): Map<string, Truth> {
  const reached = new Map<string, Truth>([[start, 'yes']]);
  const waiting = [start];
  for (let near = waiting.pop(); near !== undefined; near = waiting.pop()) {
    for (const link of links) {
      if ((upwards ? link.ownedId : link.ownerId) !== near || !holdsOn(link, onDay)) continue;
      const counts = linkCounts(link, leastShare);
      if (counts === 'no') continue;
      const far = upwards ? link.ownerId : link.ownedId;
      const known = reached.get(far);
      const certain = reached.get(near) === 'yes' ? counts : 'unknown';
      const better = known ? anyTrue([known, certain]) : certain;
      if (better === known) continue;
      reached.set(far, better);
      waiting.push(far);
    }
  }
  return reached;
}
