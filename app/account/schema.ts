import { z } from 'zod';
import { newPassword } from '@/app/sign-in/schema';
import { enrolmentInput } from '@/app/sign-in/second-factor/schema';

/** For what nobody is to do who finds an open session. */
export const confirmation = z.object({ current: z.string('Enter your present password.') });

export const passwordChange = confirmation.extend({ password: newPassword });

export const authenticatorChange = confirmation.extend(enrolmentInput.shape);
