import { z } from 'zod';
import { parseMarkings, validateCaveats } from '@/app/_domain/marking';
import { textField } from '@/app/_lib/fields';
import { registerMarkings } from './markings';

export const settingsInput = z.object({
  marking: z.enum(registerMarkings, 'Choose from the list.'),
  organisation: textField(200),
  caveats: z
    .array(textField(100))
    .max(50)
    .transform((typed) => parseMarkings(typed.join(';')))
    .superRefine((caveats, context) => {
      const message = validateCaveats(caveats);
      if (message) context.addIssue({ code: 'custom', message });
    }),
});

export type SettingsValues = z.input<typeof settingsInput>;
