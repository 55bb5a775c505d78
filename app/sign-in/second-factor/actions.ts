'use server';

import { signInStep } from '@/app/_server/sign-in-step';
import { enrolAuthenticator, proveByCode } from './data';
import { enrolmentInput, proofInput } from './schema';

export const prove = signInStep('prove', proofInput, proveByCode);

export const enrol = signInStep('enrol', enrolmentInput, (transaction, input, person) =>
  enrolAuthenticator(transaction, input, person, person.sessionId),
);
