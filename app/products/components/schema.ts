import { z } from 'zod';
import { idField, textField } from '@/app/_lib/fields';

/** A new component of a product, or with an `id` the change of one. */
export const componentInput = z
  .object({
    id: idField.nullable(),
    productId: idField,
    componentId: idField,
    note: textField(1000),
    source: textField(500),
  })
  .refine(({ productId, componentId }) => productId !== componentId, {
    path: ['componentId'],
    message: 'A product is no component of itself.',
  });

/** What the form holds. */
export type ComponentValues = z.input<typeof componentInput>;
