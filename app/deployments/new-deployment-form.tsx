'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import type { Choice } from '@/app/_lib/choice';
import { findProducts } from '@/app/products/actions';
import { findSystems } from '@/app/systems/actions';
import { FormShell } from '@/components/form-shell';
import { RecordSelect } from '@/components/record-select';
import { useActionForm } from '@/components/use-action-form';
import { createDeployment } from './actions';
import { RunningFields } from './running-fields';

interface NewDeploymentFormProps {
  product?: Choice | undefined;
  system?: Choice | undefined;
}

export function NewDeploymentForm({ product, system }: NewDeploymentFormProps) {
  const router = useRouter();
  const shell = useActionForm(createDeployment, {
    asksWhy: true,
    initialValues: {
      productId: product?.value ?? '',
      systemId: system?.value ?? '',
      version: '',
      installations: '',
      status: 'in_use',
      owner: '',
      notes: '',
    },
    onDone: ({ id }) => router.push(`/register/${id}` as Route),
  });
  const field = shell.form.getInputProps;
  return (
    <FormShell shell={shell} submitLabel="Add deployment" cancelHref="/register">
      <RecordSelect
        label="Product"
        description="Type a product or a supplier"
        find={findProducts}
        initial={product}
        required
        {...field('productId')}
      />
      <RecordSelect
        label="System"
        description="Type the name of the system"
        find={findSystems}
        initial={system}
        required
        {...field('systemId')}
      />
      <RunningFields field={field} />
    </FormShell>
  );
}
