import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { environment } from '@/app/_server/environment';

/*
 * The secret that an authenticator app shares with the register, encrypted by the register's key and
 * bound to its person: it is kept like that, and handed out like that while somebody enrols, so that
 * nothing has to be kept before a first code has shown that the app has it.
 */

export function sealSecret(userId: string, secret: Uint8Array): Promise<string> {
  const data = `${userId}:${Buffer.from(secret).toString('base64')}`;
  return symmetricEncrypt({ key: environment('BETTER_AUTH_SECRET'), data });
}

/** The secret, or undefined where it was not sealed by this register for this person. */
export async function openSecret(userId: string, sealed: string): Promise<Uint8Array | undefined> {
  const key = environment('BETTER_AUTH_SECRET');
  const data = await symmetricDecrypt({ key, data: sealed }).catch(() => '');
  const [owner, secret] = data.split(':');
  return owner === userId && secret ? Buffer.from(secret, 'base64') : undefined;
}
