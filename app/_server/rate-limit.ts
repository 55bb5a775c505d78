import { prismaClient } from './database';

/*
 * How often something may be done from one account, and from one address. The counts stand in the
 * database, so that all instances share them; they need not outlive a crash, see 82-rate-limit.sql.
 */

export interface Limit {
  /** What is counted; part of the key. */
  name: string;
  most: number;
  /** How long a window is. It begins with the first thing counted and does not move. */
  seconds: number;
}

/** Seconds; rows whose window began longer ago count for nothing. */
export const longestWindow = 60 * 60;

export interface Counted {
  count: number;
  /** Seconds until the window ends. */
  wait: number;
}

/** Counts once more in the limit's present window for `key`. */
export async function countOnce({ name, seconds }: Limit, key: string): Promise<Counted> {
  const now = Date.now();
  const begins = now - seconds * 1000;
  const [row] = await prismaClient().$queryRaw<{ count: number; last_request: bigint }[]>`
    insert into rate_limit (key, count, last_request) values (${`${name}|${key}`}, 1, ${now})
    on conflict (key) do update set
      count = case when rate_limit.last_request < ${begins} then 1 else rate_limit.count + 1 end,
      last_request = case when rate_limit.last_request < ${begins} then ${now} else rate_limit.last_request end
    returning count, last_request`;
  if (!row) throw new Error('The database did not count.');
  const wait = Math.max(1, Math.ceil((Number(row.last_request) - begins) / 1000));
  return { count: row.count, wait };
}

/** Takes one away again, in whatever window it was counted. */
export async function uncountOnce({ name }: Limit, key: string): Promise<void> {
  await prismaClient().rateLimit.updateMany({
    where: { key: `${name}|${key}`, count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  });
}

export async function forget({ name }: Limit, key: string): Promise<void> {
  await prismaClient().rateLimit.deleteMany({ where: { key: `${name}|${key}` } });
}

/** Removes what counts for nothing any more. */
export async function forgetOld(): Promise<void> {
  const begins = Date.now() - longestWindow * 1000;
  await prismaClient().rateLimit.deleteMany({ where: { lastRequest: { lt: begins } } });
}
