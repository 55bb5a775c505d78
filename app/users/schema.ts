import { z } from 'zod';
import { clearances } from '@/app/_domain/clearance';
import { roles } from '@/app/_domain/permission';
import { dayField, idField, recordInput } from '@/app/_lib/fields';
import { personEmail, personName } from '@/app/sign-in/schema';

export const userInput = z.object({
  name: personName,
  email: personEmail,
  roles: z.array(z.enum(roles, 'Choose from the list.')).max(roles.length),
  clearance: z.enum(clearances, 'Choose from the list.'),
  clearanceExpiresOn: dayField,
  allOrganisations: z.boolean('Choose one.'),
  /** Markings of systems that are closed to all who do not hold them. */
  caveats: z.array(z.string()).max(50),
  organisations: z.array(idField).max(1000, 'Choose at most 1,000, or all of them.'),
});

/** An answer to a clearance that another administrator asked for. */
export const clearanceAnswer = recordInput.extend({ granted: z.boolean() });

export const userChange = userInput.extend(recordInput.shape);

export type UserValues = z.input<typeof userInput>;
