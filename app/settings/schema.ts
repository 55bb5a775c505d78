import { z } from 'zod';
import { textField } from '@/app/_lib/fields';
import { registerMarkings } from './markings';

export const settingsInput = z.object({
  marking: z.enum(registerMarkings, 'Choose from the list.'),
  organisation: textField(200),
});

export type SettingsValues = z.input<typeof settingsInput>;
