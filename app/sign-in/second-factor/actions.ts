'use server';

import { signInStep } from '@/app/_server/sign-in-step';
import { enrolAuthenticator, proveByCode, proveByPasskey } from './data';
import { enrolmentInput, passkeyProof, proofInput } from './schema';

export const prove = signInStep('prove', proofInput, proveByCode);

export const proveWithPasskey = signInStep('prove', passkeyProof, proveByPasskey);

export const enrol = signInStep('enrol', enrolmentInput, (transaction, input, person) =>
  enrolAuthenticator(transaction, input, person, person.sessionId),
);
