import { createHash } from 'node:crypto';
import { countOnce, forget, forgetOld, type Limit, uncountOnce } from './rate-limit';
import { recordBlockedSignIn } from './sign-in-record';

/*
 * Failed sign-ins are limited for each account, known or not, and for each address. An attempt is
 * counted before its password is looked at, so that many at once do not all slip through; a success
 * takes it back. The window does not move: who goes on trying does not keep the owner out for ever.
 */

/** Seconds. */
export const signInWindow = 15 * 60;

const ofAccount: Limit = { name: 'account', most: 10, seconds: signInWindow };
const ofCodes: Limit = { name: 'code', most: 10, seconds: signInWindow };
const ofAddress: Limit = { name: 'address', most: 100, seconds: signInWindow };

/** Counts an attempt; false when there have been too many. */
export async function takeAttempt(email: string, address?: string | null): Promise<boolean> {
  await forgetOld();
  const counts: [Limit, string][] = [[ofAccount, hashed(email)]];
  if (address) counts.push([ofAddress, address]);
  for (const [limit, key] of counts) {
    const { count } = await countOnce(limit, key);
    // Once each time: who goes on trying cannot fill the history.
    if (count === limit.most + 1) {
      await recordBlockedSignIn(limit === ofAccount ? 'account' : 'address', email, address);
    }
    if (count > limit.most) return false;
  }
  return true;
}

/** Takes a successful attempt back, and clears the account of its failures. */
export async function forgiveAttempt(email: string, address?: string | null): Promise<void> {
  await forget(ofAccount, hashed(email));
  if (address) await uncountOnce(ofAddress, address);
}

/**
 * Counts a code from somebody whose password was right, apart from the passwords: each right password
 * would else clear the count. False when there have been too many.
 */
export async function takeCode({ id, email }: { id: string; email: string }): Promise<boolean> {
  const { count } = await countOnce(ofCodes, id);
  if (count === ofCodes.most + 1) await recordBlockedSignIn('account', email);
  return count <= ofCodes.most;
}

export async function forgiveCodes({ id }: { id: string }): Promise<void> {
  await forget(ofCodes, id);
}

// Since people mistype: what was entered may be a password or somebody else's address.
function hashed(email: string): string {
  return createHash('sha256').update(email).digest('hex');
}
