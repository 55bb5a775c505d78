import { hashPassword } from 'better-auth/crypto';
import type { z } from 'zod';
import { passwordProblem } from '@/app/_domain/password';
import { prismaClient, type Transaction } from '@/app/_server/database';
import { Refusal } from '@/app/_server/refusal';
import { tokenHash } from '@/app/_server/token';
import type { invitationInput, setupInput } from './schema';

/** Whether nobody can sign in yet, as on a register that has just been set up. */
export async function isWithoutUsers(): Promise<boolean> {
  return (await prismaClient().user.findFirst({ select: { id: true } })) === null;
}

/** Whether everybody may sign in with a password; asked before anybody has. */
export async function readWaysIn(): Promise<{ localSignIn: boolean }> {
  const [row] = await prismaClient().$queryRaw<{ allowed: boolean }[]>`
    select may_sign_in_locally(null) as allowed`;
  return { localSignIn: row?.allowed ?? true };
}

/** For whom a one-time link is: the first administrator, a user, or nobody. */
export type Invited =
  | { kind: 'first_administrator' }
  | { kind: 'user'; name: string; email: string }
  | { kind: 'nobody' };

export async function invitedBy(
  client: Pick<Transaction, '$queryRaw'>,
  token: string,
): Promise<Invited> {
  const [row] = await client.$queryRaw<{ user_id: string | null; name: string; email: string }[]>`
    select user_id::text, name, email from invited(${tokenHash(token)})`;
  if (!row) return { kind: 'nobody' };
  if (row.user_id === null) return { kind: 'first_administrator' };
  return { kind: 'user', name: row.name, email: row.email };
}

/** Whom the link of a page is for, before anything is done. */
export function invitedByLink(token: string): Promise<Invited> {
  return invitedBy(prismaClient(), token);
}

export async function createFirstAdministrator(
  transaction: Transaction,
  { token, name, email, password }: z.output<typeof setupInput>,
): Promise<void> {
  await requireInvited(transaction, token, 'first_administrator');
  const hash = await hashPassword(password);
  await transaction.$queryRaw`
    select create_first_administrator(${tokenHash(token)}, ${name}, ${email}, ${hash})::text`;
}

export async function acceptInvitation(
  transaction: Transaction,
  { token, password }: z.output<typeof invitationInput>,
): Promise<void> {
  const person = await requireInvited(transaction, token, 'user');
  const problem = passwordProblem(password, person);
  if (problem) throw new Refusal('invalid', 'Choose another password.', { password: problem });
  const hash = await hashPassword(password);
  await transaction.$queryRaw`select accept_invitation(${tokenHash(token)}, ${hash})::text`;
}

// Before the costly hash; the database asks again when it uses the link.
async function requireInvited<Kind extends Invited['kind']>(
  transaction: Transaction,
  token: string,
  kind: Kind,
): Promise<Extract<Invited, { kind: Kind }>> {
  const found = await invitedBy(transaction, token);
  if (found.kind !== kind) throw new Refusal('not_found', 'This link is not valid any more.');
  return found as Extract<Invited, { kind: Kind }>;
}
