import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import { browserAnswer } from '@/app/_lib/browser-answer';

const code = z
  .string('Enter the code.')
  .max(100, 'The code is shorter.')
  .transform((typed) => typed.replace(/[\s-]/g, '').toLowerCase())
  .refine((typed) => typed !== '', 'Enter the code.');

/** A code of the app, or a recovery code. */
export const proofInput = z.object({ code });

export const enrolmentInput = z.object({
  /** As it was given with the QR code. */
  sealed: z.string('The secret is missing.').max(1000, 'This secret is not one of ours.'),
  code: code.refine((typed) => /^\d{6}$/.test(typed), 'Enter the six digits that the app shows.'),
});

/** What the browser answers when a passkey was used. */
export const passkeyProof = z.object({ answer: browserAnswer<AuthenticationResponseJSON>() });
