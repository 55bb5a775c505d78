import { z } from 'zod';
import { idField, nameField, recordInput, textField } from '@/app/_lib/fields';

export const groupInput = z.object({
  name: nameField('Enter the name of the group.'),
  purpose: textField(1000),
  members: z.array(idField).max(1000, 'Choose at most 1,000.'),
});

export const groupChange = groupInput.extend(recordInput.shape);

export type GroupValues = z.input<typeof groupInput>;
