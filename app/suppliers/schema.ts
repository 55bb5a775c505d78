import { z } from 'zod';
import { idField, nameField, textField, urlField } from '@/app/_lib/fields';

export const supplierInput = z.object({
  name: nameField('Enter the name of the supplier.'),
  website: urlField,
  notes: textField(10_000),
  /** Suppliers of a similar name that the person was shown and takes for different ones. */
  distinctFrom: z.array(idField).max(200),
});

export const supplierChange = supplierInput.extend({ id: idField });
