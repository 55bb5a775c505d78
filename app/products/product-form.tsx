'use client';

import { Select, Textarea, TextInput } from '@mantine/core';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import {
  type ProductCategory,
  productCategories,
  productCategoryLabels,
} from '@/app/_domain/product';
import type { Choice } from '@/app/_lib/choice';
import { findSuppliers } from '@/app/suppliers/actions';
import { FieldRow, FormShell } from '@/components/form-shell';
import { RecordSelect } from '@/components/record-select';
import { useActionForm } from '@/components/use-action-form';
import { changeProduct, createProduct } from './actions';

const categoryChoices = productCategories.map((value) => ({
  value,
  label: productCategoryLabels[value],
}));

interface ProductFormProps {
  /** The product to change; a new one without it. */
  product?: { id: string; name: string; category: ProductCategory; notes: string };
  supplier?: Choice | undefined;
}

export function ProductForm({ product, supplier }: ProductFormProps) {
  const router = useRouter();
  const { name = '', category = 'other', notes = '' } = product ?? {};
  const shell = useActionForm(
    (values: { supplierId: string; name: string; category: string; notes: string }, why) =>
      product ? changeProduct({ ...values, id: product.id }, why) : createProduct(values, why),
    {
      asksWhy: true,
      initialValues: { supplierId: supplier?.value ?? '', name, category, notes },
      onDone: ({ id }: { id: string }) => router.push(`/products/${id}` as Route),
    },
  );
  const field = shell.form.getInputProps;
  return (
    <FormShell
      shell={shell}
      submitLabel={product ? 'Save changes' : 'Add product'}
      cancelHref={product ? `/products/${product.id}` : '/products'}
    >
      <FieldRow>
        <TextInput label="Name" required {...field('name')} />
        <Select
          label="Category"
          data={categoryChoices}
          searchable
          openOnFocus={false}
          allowDeselect={false}
          required
          {...field('category')}
        />
      </FieldRow>
      <RecordSelect
        label="Supplier"
        description="Type a name or an alias"
        find={findSuppliers}
        initial={supplier}
        required
        {...field('supplierId')}
      />
      <Textarea label="Notes" autosize minRows={3} maxRows={16} {...field('notes')} />
    </FormShell>
  );
}
