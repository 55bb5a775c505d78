import { z } from 'zod';
import { apiScopes } from '@/app/_domain/api-scope';
import { nameField } from '@/app/_lib/fields';

/** For how many days a token may be good. */
export const tokenDays = [7, 30, 90, 365] as const;

export const apiTokenInput = z.object({
  name: nameField('Say what uses the token.', 100),
  scopes: z
    .array(z.enum(apiScopes, 'Choose from the list.'))
    .min(1, 'Choose at least one.')
    .max(apiScopes.length),
  days: z.coerce
    .number('Choose from the list.')
    .refine((days) => tokenDays.some((offered) => offered === days), 'Choose from the list.'),
});
