import { z } from 'zod';
import { passwordProblem } from '@/app/_domain/password';
import { nameField } from '@/app/_lib/fields';

export const personName = nameField('Enter a name.');

/** In lower case, as the database keeps it. */
export const personEmail = z
  .string('Enter an e-mail address.')
  .trim()
  .toLowerCase()
  .max(254, 'Use at most 254 characters.')
  .pipe(z.email('Enter an e-mail address, such as ada@example.org.'));

/** A new password; whether it fits the person is said by `passwordProblem`. */
export const newPassword = z.string('Enter a password.');

const token = z.string('The link is incomplete.').max(200, 'The link is not one of ours.');

export const setupInput = z
  .object({ token, name: personName, email: personEmail, password: newPassword })
  .superRefine(({ password, name, email }, context) => {
    const message = passwordProblem(password, { name, email });
    if (message) context.addIssue({ code: 'custom', path: ['password'], message });
  });

export const invitationInput = z.object({ token, password: newPassword });

/** For what needs to be told nothing. */
export const nothing = z.object({});
