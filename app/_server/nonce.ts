import { headers } from 'next/headers';
import { requestContext } from '@/prisma/front/request-context';

/** By which the browser tells the scripts and styles of this answer from any that were slipped in. */
export async function requestNonce(): Promise<string> {
  // Asked for first: no page may be made at build time, with a nonce for everybody or none.
  await headers();
  const context = requestContext();
  if (!context) throw new Error('The request did not come through the front.');
  return context.nonce;
}
