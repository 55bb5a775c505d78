import { randomUUID } from 'node:crypto';
import { nobody, prismaClient, transactAs } from './database';
import { recordAct } from './history-act';

function record(
  actorId: string,
  action: string,
  userId: string,
  detail: Record<string, unknown>,
): Promise<void> {
  return transactAs({ actorId, changeId: randomUUID() }, (transaction) =>
    recordAct(transaction, { action, entity: 'user', entityId: userId, detail }),
  );
}

/** What was entered is not kept: it may be a password in the wrong field. */
export async function recordFailedSignIn(email: string, address?: string | null): Promise<void> {
  const user = await prismaClient().user.findUnique({ where: { email }, select: { id: true } });
  await record(nobody, 'sign_in_failed', user?.id ?? '', { address });
}

/** Nobody is named: the answer proves nothing, not even whose passkey it is about. */
export function recordFailedPasskey(): Promise<void> {
  return record(nobody, 'sign_in_failed', '', { by: 'passkey' });
}

/** That the password was right and the second factor was not. */
export function recordFailedCode(userId: string): Promise<void> {
  return record(nobody, 'second_factor_failed', userId, {});
}

/** That an account, or all of an address, has to wait from now on. */
export async function recordBlockedSignIn(
  blocked: 'account' | 'address',
  email: string,
  address?: string | null,
): Promise<void> {
  const user = await prismaClient().user.findUnique({ where: { email }, select: { id: true } });
  await record(nobody, 'sign_in_blocked', user?.id ?? '', { blocked, address });
}

export function recordSignOut(userId: string): Promise<void> {
  return record(userId, 'sign_out', userId, {});
}
