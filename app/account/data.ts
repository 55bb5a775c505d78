import { hashPassword, verifyPassword } from 'better-auth/crypto';
import type { z } from 'zod';
import { longestPassword, passwordProblem } from '@/app/_domain/password';
import { type Actor, currentSessionId } from '@/app/_server/actor';
import { readAs, type Transaction } from '@/app/_server/database';
import { recordAct } from '@/app/_server/history-act';
import { notFound, Refusal } from '@/app/_server/refusal';
import { forgiveAttempt, takeAttempt } from '@/app/_server/sign-in-limit';
import {
  enrolAuthenticator,
  removeAuthenticator,
  replaceRecoveryCodes,
} from '@/app/sign-in/second-factor/data';
import type { authenticatorChange, confirmation, passwordChange } from './schema';

export interface OwnSession {
  id: string;
  /** As the browser named itself, or ''. */
  userAgent: string;
  /** Where it was opened from, or ''. */
  address: string;
  signedInAt: Date;
  /** To within a minute. */
  usedAt: Date;
  isThis: boolean;
}

/** Where the actor is signed in, last used first. */
export async function ownSessions(actor: Actor): Promise<OwnSession[]> {
  const thisId = await currentSessionId();
  const sessions = await readAs(actor, (transaction) =>
    transaction.session.findMany({
      where: { userId: actor.id, expiresAt: { gt: new Date() } },
      orderBy: { updatedAt: 'desc' },
    }),
  );
  return sessions.map(({ id, userAgent, ipAddress, createdAt, updatedAt }) => ({
    id,
    userAgent: userAgent ?? '',
    address: ipAddress ?? '',
    signedInAt: createdAt,
    usedAt: updatedAt,
    isThis: id === thisId,
  }));
}

/** Whether the actor can sign in without a provider of single sign-on. */
export async function hasPassword(actor: Actor): Promise<boolean> {
  const found = await readAs(actor, (transaction) =>
    transaction.account.findFirst({
      where: { userId: actor.id, password: { not: null } },
      select: { id: true },
    }),
  );
  return found !== null;
}

export async function revokeOwnSession(
  transaction: Transaction,
  { id }: { id: string },
  actor: Actor,
): Promise<void> {
  const { count } = await transaction.session.deleteMany({ where: { id, userId: actor.id } });
  if (count === 0) throw notFound('session');
  await record(transaction, actor, 'revoke_sessions', { sessions: count });
}

/** Ends every session of the actor but the one of that id. */
export async function revokeOtherSessions(
  transaction: Transaction,
  { id }: { id: string },
  actor: Actor,
): Promise<void> {
  const count = await deleteOtherSessions(transaction, actor, id);
  if (count > 0) await record(transaction, actor, 'revoke_sessions', { sessions: count });
}

/** Sets a new password and ends every other session, since one may be the reason for it. */
export async function changePassword(
  transaction: Transaction,
  { current, password }: z.output<typeof passwordChange>,
  actor: Actor,
): Promise<void> {
  await requirePassword(transaction, actor, current);
  const problem = passwordProblem(password, actor);
  if (problem) throw new Refusal('invalid', 'Choose another password.', { password: problem });
  await transaction.account.updateMany({
    where: { userId: actor.id, providerId: 'credential' },
    data: { password: await hashPassword(password), updatedAt: new Date() },
  });
  const sessions = await deleteOtherSessions(transaction, actor, await currentSessionId());
  await record(transaction, actor, 'set_password', { by: 'password', sessions });
}

/** Takes an app into use in place of an earlier one; gives the recovery codes, shown once. */
export async function replaceAuthenticator(
  transaction: Transaction,
  { current, ...input }: z.output<typeof authenticatorChange>,
  actor: Actor,
): Promise<{ recoveryCodes: string[] }> {
  await requirePassword(transaction, actor, current);
  const sessionId = await currentSessionId();
  if (!sessionId) throw new Refusal('forbidden', 'Sign in first.');
  return enrolAuthenticator(transaction, input, actor, sessionId);
}

export async function renewRecoveryCodes(
  transaction: Transaction,
  { current }: z.output<typeof confirmation>,
  actor: Actor,
): Promise<{ recoveryCodes: string[] }> {
  await requirePassword(transaction, actor, current);
  return replaceRecoveryCodes(transaction, actor);
}

export async function dropAuthenticator(
  transaction: Transaction,
  { current }: z.output<typeof confirmation>,
  actor: Actor,
): Promise<void> {
  await requirePassword(transaction, actor, current);
  await removeAuthenticator(transaction, actor);
}

/** Counted like a sign-in: who finds an open session is not to guess the password in it. */
export async function requirePassword(
  transaction: Transaction,
  { id, email }: Actor,
  password: string,
): Promise<void> {
  if (!(await takeAttempt(email))) {
    throw new Refusal('forbidden', 'Too many failed attempts. Wait 15 minutes, then try again.');
  }
  const account = await transaction.account.findFirst({
    where: { userId: id, providerId: 'credential' },
    select: { password: true },
  });
  const isRight =
    account?.password &&
    password.length <= longestPassword &&
    (await verifyPassword({ hash: account.password, password }));
  if (!isRight) {
    const message = 'This is not your present password.';
    throw new Refusal('invalid', 'Nothing was changed.', { current: message });
  }
  await forgiveAttempt(email);
}

async function deleteOtherSessions(
  transaction: Transaction,
  actor: Actor,
  keptId: string | undefined,
): Promise<number> {
  const { count } = await transaction.session.deleteMany({
    where: { userId: actor.id, ...(keptId && { id: { not: keptId } }) },
  });
  return count;
}

function record(
  transaction: Transaction,
  { id }: Actor,
  act: string,
  detail: Record<string, unknown>,
): Promise<void> {
  return recordAct(transaction, { action: act, entity: 'user', entityId: id, detail });
}
