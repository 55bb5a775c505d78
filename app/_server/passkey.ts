import { createHash } from 'node:crypto';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type WebAuthnCredential,
} from '@simplewebauthn/server';
import { prismaClient } from './database';
import { environment } from './environment';

/*
 * Passkeys by WebAuthn. Each is kept in the device under its user's name and used only after the
 * device has made sure who holds it, so that one stands for both factors.
 */

/** COSE: EdDSA, ES256, RS256. */
const algorithms = [-8, -7, -257];

const patience = 5 * 60 * 1000;

/** What browsers bind a passkey to: the one address by which people reach the register. */
function relyingParty() {
  const { hostname, origin } = new URL(environment('BASE_URL'));
  return { expectedRPID: hostname, expectedOrigin: origin };
}

// Challenges stand in the database, so that each is good once and in all instances.
async function keepChallenge(challenge: string, purpose: string): Promise<void> {
  const { verification } = prismaClient();
  await verification.deleteMany({ where: { ...ours, expiresAt: { lt: new Date() } } });
  await verification.create({
    data: {
      identifier: identifierOf(challenge),
      value: purpose,
      expiresAt: new Date(Date.now() + patience),
    },
  });
}

/** Whether the challenge is one of ours for that, which nobody has answered yet. */
function spendChallenge(purpose: string) {
  return async (challenge: string): Promise<boolean> => {
    const { count } = await prismaClient().verification.deleteMany({
      where: {
        ...{ identifier: identifierOf(challenge), value: purpose },
        expiresAt: { gt: new Date() },
      },
    });
    return count === 1;
  };
}

/** What the challenge of a request is for; that of a creation is for the user's id. */
const toSignIn = 'sign-in';
const ours = { identifier: { startsWith: 'passkey:' } };

function identifierOf(challenge: string): string {
  return `passkey:${createHash('sha256').update(challenge).digest('hex')}`;
}

/** What a browser needs to use a passkey, whosever it is. */
export async function passkeyRequest(): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const options = await generateAuthenticationOptions({
    rpID: relyingParty().expectedRPID,
    userVerification: 'required',
  });
  await keepChallenge(options.challenge, toSignIn);
  return options;
}

/** What a browser needs to make a passkey for the person, in a device that has none of these yet. */
export async function passkeyCreation(
  person: { id: string; email: string; name: string },
  existing: readonly string[],
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const options = await generateRegistrationOptions({
    rpName: 'Supplier Risk Register',
    rpID: relyingParty().expectedRPID,
    userID: new TextEncoder().encode(person.id),
    userName: person.email,
    userDisplayName: person.name,
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: existing.map((id) => ({ id })),
  });
  await keepChallenge(options.challenge, person.id);
  return options;
}

/** The new passkey, or undefined where the answer is not one to a challenge that we gave this user. */
export async function verifyNewPasskey(
  response: RegistrationResponseJSON,
  userId: string,
): Promise<WebAuthnCredential | undefined> {
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    ...relyingParty(),
    response,
    expectedChallenge: spendChallenge(userId),
    supportedAlgorithmIDs: algorithms,
    requireUserVerification: true,
  }).catch(unverified);
  return verified ? registrationInfo?.credential : undefined;
}

/** Whose passkey has answered, or undefined where none of ours has. */
export async function verifyPasskey(
  response: AuthenticationResponseJSON,
): Promise<{ userId: string } | undefined> {
  const client = prismaClient();
  const [kept] = await client.$queryRaw<
    { user_id: string; public_key: Uint8Array<ArrayBuffer>; counter: bigint }[]
  >`select user_id::text, public_key, counter from find_passkey(${response.id})`;
  if (!kept) return undefined;
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    ...relyingParty(),
    response,
    expectedChallenge: spendChallenge(toSignIn),
    credential: {
      id: response.id,
      publicKey: kept.public_key,
      counter: Number(kept.counter),
    },
    requireUserVerification: true,
  }).catch(unverified);
  if (!verified || !authenticationInfo) return undefined;
  const [used] = await client.$queryRaw<{ is_new: boolean }[]>`
    select use_passkey(${response.id}, ${authenticationInfo.newCounter}::bigint) as is_new`;
  return used?.is_new ? { userId: kept.user_id } : undefined;
}

// The library throws for each thing that can be wrong with an answer; none of them is a fault of ours.
function unverified(): { verified: false; registrationInfo?: never; authenticationInfo?: never } {
  return { verified: false };
}
