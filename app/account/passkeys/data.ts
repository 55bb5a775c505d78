import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import type { z } from 'zod';
import { type Actor, currentSessionId } from '@/app/_server/actor';
import { readAs, type Transaction } from '@/app/_server/database';
import { passkeyCreation, verifyNewPasskey } from '@/app/_server/passkey';
import { notFound, Refusal } from '@/app/_server/refusal';
import { requireFactorLeft } from '@/app/sign-in/second-factor/data';
import { requirePassword } from '../data';
import type { confirmation } from '../schema';
import type { passkeyInput, passkeyName, passkeyRemoval } from './schema';

export interface OwnPasskey {
  id: string;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** The actor's passkeys, the newest first. */
export function ownPasskeys(actor: Actor): Promise<OwnPasskey[]> {
  return readAs(actor, (transaction) =>
    transaction.passkey.findMany({
      where: { userId: actor.id },
      select: { id: true, name: true, createdAt: true, lastUsedAt: true },
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    }),
  );
}

/** What the browser needs to make a passkey, for who knows the present password. */
export async function beginPasskey(
  transaction: Transaction,
  { current }: z.output<typeof confirmation>,
  actor: Actor,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  await requirePassword(transaction, actor, current);
  const existing = await transaction.passkey.findMany({ select: { credentialId: true } });
  return passkeyCreation(
    actor,
    existing.map(({ credentialId }) => credentialId),
  );
}

/** Keeps the passkey that the browser has made; this session then counts as signed in with it. */
export async function insertPasskey(
  transaction: Transaction,
  { name, answer }: z.output<typeof passkeyInput>,
  { id }: Actor,
): Promise<void> {
  const made = await verifyNewPasskey(answer, id);
  if (!made) throw new Refusal('invalid', 'The passkey was not accepted. Try again.');
  const sessionId = await currentSessionId();
  await transaction.session.updateMany({
    where: { id: sessionId ?? '', userId: id },
    data: { secondFactor: 'passkey' },
  });
  await transaction.session.deleteMany({ where: { userId: id, id: { not: sessionId ?? '' } } });
  await transaction.passkey.create({
    data: {
      ...{ userId: id, name, credentialId: made.id },
      ...{ publicKey: made.publicKey, counter: made.counter },
    },
    select: { id: true },
  });
}

export async function renamePasskey(
  transaction: Transaction,
  { id, name }: z.output<typeof passkeyName>,
): Promise<void> {
  const { count } = await transaction.passkey.updateMany({ where: { id }, data: { name } });
  if (count === 0) throw notFound('passkey');
}

export async function deletePasskey(
  transaction: Transaction,
  { id, current }: z.output<typeof passkeyRemoval>,
  actor: Actor,
): Promise<void> {
  await requirePassword(transaction, actor, current);
  const { count } = await transaction.passkey.deleteMany({ where: { id } });
  if (count === 0) throw notFound('passkey');
  await requireFactorLeft(transaction, actor);
}
