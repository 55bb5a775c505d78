import { z } from 'zod';
import { roles } from '@/app/_domain/permission';
import { idField, nameField } from '@/app/_lib/fields';

export const idleMinutes = { least: 5, most: 480 };
export const sessionHours = { least: 1, most: 24 };

function wholeNumber({ least, most }: { least: number; most: number }) {
  const message = `Enter a whole number from ${least} to ${most}.`;
  return z.number(message).int(message).min(least, message).max(most, message);
}

export const signInSettingsInput = z.object({
  secondFactorRoles: z.array(z.enum(roles, 'Choose from the list.')).max(roles.length),
  sessionIdleMinutes: wholeNumber(idleMinutes),
  sessionHours: wholeNumber(sessionHours),
});

const groupNames = z
  .array(nameField('Name the group.'))
  .max(100, 'Choose at most 100.')
  .transform((names) => [...new Set(names)]);

export const singleSignOnInput = z.object({
  localSignIn: z.boolean('Choose one.'),
  /** Who may sign in with a password where nobody else may; '' for nobody. */
  breakGlassId: z.union([z.literal('').transform(() => null), idField]),
  /** The groups whose members hold the role. */
  groups: z.record(z.enum(roles), groupNames),
});
