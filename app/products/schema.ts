import { z } from 'zod';
import { productCategories } from '@/app/_domain/product';
import { idField, nameField, textField } from '@/app/_lib/fields';

const productFields = z.object({
  supplierId: idField,
  name: nameField('Enter the name of the product.'),
  category: z.enum(productCategories, 'Choose a category.'),
  componentsComplete: z.boolean('Say whether the list of components is complete.'),
  componentsSource: textField(500),
  notes: textField(10_000),
});

interface ComponentsStatement {
  componentsComplete: boolean;
  componentsSource: string;
}

/** That nothing else is inside would rule advice out, so it has to be known from somewhere. */
function refuseUnsourced(product: ComponentsStatement, context: z.RefinementCtx): void {
  if (!product.componentsComplete || product.componentsSource !== '') return;
  const message = 'Say where it is known from that the list is complete.';
  context.addIssue({ code: 'custom', path: ['componentsSource'], message });
}

/** A source of what is not stated would be a source of nothing. */
function withoutIdleSource<Product extends ComponentsStatement>(product: Product): Product {
  return product.componentsComplete ? product : { ...product, componentsSource: '' };
}

export const productInput = productFields.superRefine(refuseUnsourced).transform(withoutIdleSource);

export const productChange = productFields
  .extend({ id: idField })
  .superRefine(refuseUnsourced)
  .transform(withoutIdleSource);
