import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { authenticatorAddress, base32, secretBytes, stepOfCode } from '@/app/_domain/one-time-code';
import type { Actor, HalfSignedIn } from '@/app/_server/actor';
import { readAs, type Transaction } from '@/app/_server/database';
import { verifyPasskey } from '@/app/_server/passkey';
import { Refusal } from '@/app/_server/refusal';
import { forgiveCodes, takeCode } from '@/app/_server/sign-in-limit';
import { recordFailedCode } from '@/app/_server/sign-in-record';
import { tokenHash } from '@/app/_server/token';
import { newRecoveryCodes } from './recovery-codes';
import type { enrolmentInput, passkeyProof, proofInput } from './schema';
import { openSecret, sealSecret } from './sealed-secret';

/** Who enrols or proves: somebody signed in, or about to be. */
type Person = Pick<HalfSignedIn, 'id' | 'email'>;

export interface NewAuthenticator {
  /** The secret as it comes back with the first code. */
  sealed: string;
  /** What the QR code holds. */
  address: string;
  /** The secret for typing, in groups of four. */
  typed: string;
}

/** A secret for an app; nothing is kept before its first code. */
export async function drawAuthenticator({ id, email }: Person): Promise<NewAuthenticator> {
  const secret = randomBytes(secretBytes);
  return {
    sealed: await sealSecret(id, secret),
    address: authenticatorAddress(secret, 'Supplier Risk Register', email),
    typed: (base32(secret).match(/.{1,4}/g) ?? []).join(' '),
  };
}

/**
 * Keeps the app in place of an earlier one, ends every other session, and lets this one count as
 * signed in with it.
 * @returns the recovery codes, which are shown once
 */
export async function enrolAuthenticator(
  transaction: Transaction,
  { sealed, code }: z.output<typeof enrolmentInput>,
  person: Person,
  sessionId: string,
): Promise<{ recoveryCodes: string[] }> {
  const secret = await openSecret(person.id, sealed);
  if (!secret)
    throw new Refusal('invalid', 'This QR code is not valid any more. Load the page again.');
  await requireAttempt(person);
  const step = stepOfCode(secret, code, new Date());
  if (step === undefined) return refuseCode(person);
  await forgiveCodes(person);
  // Before the app is kept: the history tells a sign-in where this was its last step.
  await transaction.session.updateMany({
    where: { id: sessionId, userId: person.id },
    data: { secondFactor: 'totp' },
  });
  const recoveryCodes = newRecoveryCodes();
  const kept = {
    sealedSecret: sealed,
    lastStep: step,
    ...columnsOf(recoveryCodes),
    createdAt: new Date(),
  };
  await transaction.authenticator.upsert({
    where: { userId: person.id },
    create: { userId: person.id, ...kept },
    update: kept,
  });
  await transaction.session.deleteMany({ where: { userId: person.id, id: { not: sessionId } } });
  return { recoveryCodes };
}

/** Takes the session's last step by a code of the app or a recovery code, each good once. */
export async function proveByCode(
  transaction: Transaction,
  { code }: z.output<typeof proofInput>,
  person: HalfSignedIn,
): Promise<void> {
  await requireAttempt(person);
  const secondFactor = /^\d{6}$/.test(code)
    ? (await spendAppCode(transaction, code, person)) && 'totp'
    : (await spendRecoveryCode(transaction, code, person)) && 'recovery_code';
  if (!secondFactor) return refuseCode(person);
  await forgiveCodes(person);
  await transaction.session.updateMany({
    where: { id: person.sessionId, userId: person.id },
    data: { secondFactor },
  });
}

async function spendAppCode(
  transaction: Transaction,
  code: string,
  { id }: Person,
): Promise<boolean> {
  const kept = await transaction.authenticator.findUnique({
    where: { userId: id },
    select: { sealedSecret: true },
  });
  const secret = kept && (await openSecret(id, kept.sealedSecret));
  const step = secret && stepOfCode(secret, code, new Date());
  if (!step) return false;
  // Of two at the same moment one finds the step taken.
  const { count } = await transaction.authenticator.updateMany({
    where: { userId: id, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return count === 1;
}

async function spendRecoveryCode(
  transaction: Transaction,
  code: string,
  { id }: Person,
): Promise<boolean> {
  const used = await transaction.$executeRaw`
    update authenticator set recovery_code_hashes = array_remove(recovery_code_hashes, ${tokenHash(code)}),
      recovery_codes_left = recovery_codes_left - 1
    where user_id = ${id}::uuid and ${tokenHash(code)} = any (recovery_code_hashes)`;
  return used === 1;
}

async function requireAttempt(person: Person): Promise<void> {
  if (await takeCode(person)) return;
  throw new Refusal('forbidden', 'Too many wrong codes. Wait 15 minutes, then try again.');
}

async function refuseCode({ id }: Person): Promise<never> {
  await recordFailedCode(id);
  const message = 'The code is wrong, or has been used. Wait for the next one.';
  throw new Refusal('invalid', 'The code was not accepted.', { code: message });
}

/** Takes the session's last step by a passkey of the person. */
export async function proveByPasskey(
  transaction: Transaction,
  { answer }: z.output<typeof passkeyProof>,
  person: HalfSignedIn,
): Promise<void> {
  const found = await verifyPasskey(answer);
  if (found?.userId !== person.id) {
    await recordFailedCode(person.id);
    throw new Refusal(
      'invalid',
      'The passkey was not accepted. Is it yours, and for this account?',
    );
  }
  await transaction.session.updateMany({
    where: { id: person.sessionId, userId: person.id },
    data: { secondFactor: 'passkey' },
  });
}

/** What a person has to sign in with beside the password. */
export interface SecondFactors {
  authenticator: { since: Date; recoveryCodesLeft: number } | null;
  /** Whether one of the person's roles asks for a second factor. */
  isRequired: boolean;
}

export function readSecondFactors(actor: Actor): Promise<SecondFactors> {
  return readAs(actor, async (transaction) => {
    const found = await transaction.authenticator.findUnique({
      where: { userId: actor.id },
      select: { createdAt: true, recoveryCodesLeft: true },
    });
    return {
      authenticator: found && {
        since: found.createdAt,
        recoveryCodesLeft: found.recoveryCodesLeft,
      },
      isRequired: await isRequired(transaction, actor),
    };
  });
}

async function isRequired(transaction: Transaction, { id }: Person): Promise<boolean> {
  const [row] = await transaction.$queryRaw<{ required: boolean }[]>`
    select second_factor_required(${id}::uuid) as required`;
  return row?.required ?? true;
}

/** Replaces the recovery codes that are left. */
export async function replaceRecoveryCodes(
  transaction: Transaction,
  { id }: Person,
): Promise<{ recoveryCodes: string[] }> {
  const recoveryCodes = newRecoveryCodes();
  const { count } = await transaction.authenticator.updateMany({
    where: { userId: id },
    data: columnsOf(recoveryCodes),
  });
  if (count === 0) throw new Refusal('not_found', 'You have no authenticator app.');
  return { recoveryCodes };
}

export async function removeAuthenticator(transaction: Transaction, person: Person): Promise<void> {
  await transaction.authenticator.deleteMany({ where: { userId: person.id } });
  await requireFactorLeft(transaction, person);
}

/** Refuses, and so takes back, the removal of the last factor where the person's roles need one. */
export async function requireFactorLeft(transaction: Transaction, { id }: Person): Promise<void> {
  const [row] = await transaction.$queryRaw<{ allowed: boolean }[]>`
    select has_second_factor(${id}::uuid) or not second_factor_required(${id}::uuid) as allowed`;
  if (row?.allowed) return;
  throw new Refusal(
    'forbidden',
    'Your roles need a second factor, and this is the last. Set up another first.',
  );
}

function columnsOf(recoveryCodes: readonly string[]) {
  return {
    recoveryCodeHashes: recoveryCodes.map((code) => tokenHash(code.replaceAll('-', ''))),
    recoveryCodesLeft: recoveryCodes.length,
  };
}
