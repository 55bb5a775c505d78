import { z } from 'zod';
import { idField, nameField } from '@/app/_lib/fields';

export const aliasInput = z.object({
  supplierId: idField,
  name: nameField('Enter the other name.'),
});
