import { z } from 'zod';
import { productCategories } from '@/app/_domain/product';
import { idField, nameField, textField } from '@/app/_lib/fields';

export const productInput = z.object({
  supplierId: idField,
  name: nameField('Enter the name of the product.'),
  category: z.enum(productCategories, 'Choose a category.'),
  notes: textField(10_000),
});

export const productChange = productInput.extend({ id: idField });
