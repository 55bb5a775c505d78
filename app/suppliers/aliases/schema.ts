import { z } from 'zod';
import { idField, nameField } from '../shared/fields';

export const aliasInput = z.object({
  supplierId: idField,
  name: nameField('Enter the other name.'),
});
