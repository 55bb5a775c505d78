'use client';

import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
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

interface ProductValues {
  name: string;
  category: ProductCategory;
  componentsComplete: boolean;
  componentsSource: string;
  notes: string;
}

const newProduct: ProductValues = {
  name: '',
  category: 'not_recorded',
  componentsComplete: false,
  componentsSource: '',
  notes: '',
};

interface ProductFormProps {
  /** The product to change; a new one without it. */
  product?: ProductValues & { id: string };
  supplier?: Choice | undefined;
}

export function ProductForm({ product, supplier }: ProductFormProps) {
  const router = useRouter();
  const { id, ...values } = product ?? { ...newProduct, id: undefined };
  const shell = useActionForm(
    (typed: ProductValues & { supplierId: string }, why) =>
      id ? changeProduct({ ...typed, id }, why) : createProduct(typed, why),
    {
      asksWhy: true,
      initialValues: { ...values, supplierId: supplier?.value ?? '' },
      onDone: (saved: { id: string }) => router.push(`/products/${saved.id}` as Route),
    },
  );
  const field = shell.form.getInputProps;
  return (
    <FormShell
      shell={shell}
      submitLabel={id ? 'Save changes' : 'Add product'}
      cancelHref={id ? `/products/${id}` : '/products'}
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
      <Checkbox
        label="The list of components is complete"
        description="Nothing else is embedded in the product. Otherwise advice on what is embedded cannot be ruled out."
        {...shell.form.getInputProps('componentsComplete', { type: 'checkbox' })}
      />
      {shell.form.values.componentsComplete ? (
        <TextInput
          label="Source of the list"
          description="Where this is known from, such as a bill of materials and its date"
          required
          {...field('componentsSource')}
        />
      ) : null}
      <Textarea label="Notes" autosize minRows={3} maxRows={16} {...field('notes')} />
    </FormShell>
  );
}
