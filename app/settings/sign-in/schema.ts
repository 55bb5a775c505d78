import { z } from 'zod';
import { roles } from '@/app/_domain/permission';

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
