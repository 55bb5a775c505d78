import { requestContext } from '@/prisma/front/request-context';
import type { Actor } from './actor';
import { wholeNumber } from './environment';
import { countOnce, type Limit } from './rate-limit';
import { recordTurnedAway } from './turned-away';

/** What a route costs, by which its use is limited. */
export type RouteCost = 'read' | 'export' | 'upload';

/** Many people may share one address, behind a proxy that the operator has not named. */
const accountsOfAddress = 10;

/** Made when asked for, since the operator's settings are not there in a build. */
const limits: Record<RouteCost, () => Limit> = {
  read: () => ({ name: 'read', most: wholeNumber('API_LIMIT', 6000), seconds: 60 }),
  export: () => ({ name: 'export', most: wholeNumber('EXPORT_LIMIT', 200), seconds: 600 }),
  upload: () => ({ name: 'upload', most: wholeNumber('UPLOAD_LIMIT', 100), seconds: 600 }),
};

/**
 * Counts a use by the account, or by the address where nobody is signed in, and by the address all
 * the same. Gives the seconds to wait when it is one too many.
 */
export async function takeUse(cost: RouteCost, actor: Actor | null): Promise<number | undefined> {
  const limit = limits[cost]();
  const counts: [Limit, string][] = [];
  if (actor) counts.push([limit, `account|${actor.id}`]);
  const address = requestContext()?.address;
  if (address) {
    counts.push([{ ...limit, most: limit.most * accountsOfAddress }, `address|${address}`]);
  }
  for (const [{ most }, key] of counts) {
    const { count, wait } = await countOnce(limit, key);
    if (count === most + 1) await recordTurnedAway('too_many', actor?.id, { limit: cost });
    if (count > most) return wait;
  }
  return undefined;
}
