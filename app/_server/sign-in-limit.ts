import { createHash } from 'node:crypto';
import { prismaClient } from './database';
import { recordBlockedSignIn } from './sign-in-record';

/*
 * Failed sign-ins are limited for each account, known or not, and for each address. The counts
 * stand in the database, so that all instances share them. An attempt is counted before its
 * password is looked at, so that many at once do not all slip through; a success takes it back.
 */

const windowMinutes = 15;
const mostForAccount = 10;
const mostForAddress = 100;

interface Limit {
  on: 'account' | 'address';
  key: string;
  most: number;
}

/** Counts an attempt; false when there have been too many. `address` is unknown behind some proxies. */
export async function takeAttempt(email: string, address?: string | null): Promise<boolean> {
  const limits: Limit[] = [{ on: 'account', key: accountKey(email), most: mostForAccount }];
  if (address) limits.push({ on: 'address', key: addressKey(address), most: mostForAddress });
  for (const { on, key, most } of limits) {
    const count = await countAttempt(key);
    // Once each time: who goes on trying cannot fill the history.
    if (count === most + 1) await recordBlockedSignIn(on, email, address);
    if (count > most) return false;
  }
  return true;
}

/** Takes a successful attempt back, and clears the account of its failures. */
export async function forgiveAttempt(email: string, address?: string | null): Promise<void> {
  const client = prismaClient();
  await client.rateLimit.deleteMany({ where: { key: accountKey(email) } });
  if (!address) return;
  await client.rateLimit.updateMany({
    where: { key: addressKey(address), count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  });
}

/**
 * Counts a code from somebody whose password was right, apart from the passwords: each right password
 * would else clear the count. False when there have been too many.
 */
export async function takeCode({ id, email }: { id: string; email: string }): Promise<boolean> {
  const count = await countAttempt(codeKey(id));
  if (count === mostForAccount + 1) await recordBlockedSignIn('account', email);
  return count <= mostForAccount;
}

export async function forgiveCodes({ id }: { id: string }): Promise<void> {
  await prismaClient().rateLimit.deleteMany({ where: { key: codeKey(id) } });
}

// last_request is when the window began: who goes on trying does not keep the owner out for ever.
async function countAttempt(key: string): Promise<number> {
  const now = Date.now();
  const begins = now - windowMinutes * 60_000;
  const [row] = await prismaClient().$queryRaw<{ count: number }[]>`
    with forgotten as (delete from rate_limit where last_request < ${begins} and key <> ${key})
    insert into rate_limit (key, count, last_request) values (${key}, 1, ${now})
    on conflict (key) do update set
      count = case when rate_limit.last_request < ${begins} then 1 else rate_limit.count + 1 end,
      last_request = case when rate_limit.last_request < ${begins} then ${now} else rate_limit.last_request end
    returning count`;
  return row?.count ?? 1;
}

// Hashed, since people mistype: what was entered may be a password or somebody else's address.
function accountKey(email: string): string {
  return `account|${createHash('sha256').update(email).digest('hex')}`;
}

function codeKey(userId: string): string {
  return `code|${userId}`;
}

function addressKey(address: string): string {
  return `address|${address}`;
}
