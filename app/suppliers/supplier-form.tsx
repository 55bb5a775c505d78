'use client';

import { Textarea, TextInput } from '@mantine/core';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { FormShell } from '@/components/form-shell';
import { useActionForm } from '@/components/use-action-form';
import { changeSupplier, createSupplier } from './actions';
import type { SavedSupplier } from './data';
import type { SimilarSupplier } from './similar-names/data';
import { SimilarSuppliers } from './similar-names/similar-suppliers';

interface SupplierFormProps {
  /** The supplier to change; a new one without it. */
  supplier?: { id: string; name: string; website: string; notes: string };
}

export function SupplierForm({ supplier }: SupplierFormProps) {
  const router = useRouter();
  const [look, setLook] = useState<{ name: string; suppliers: SimilarSupplier[] }>();
  const { name = '', website = '', notes = '' } = supplier ?? {};

  const shell = useActionForm(
    (values: { name: string; website: string; notes: string }, why) => {
      const shown = look?.name === values.name ? look.suppliers : [];
      const input = { ...values, distinctFrom: shown.map(({ id }) => id) };
      return supplier
        ? changeSupplier({ ...input, id: supplier.id }, why)
        : createSupplier(input, why);
    },
    {
      asksWhy: true,
      initialValues: { name, website, notes },
      onDone: (saved: SavedSupplier) => {
        if (saved.kind === 'similar') {
          setLook({ name: shell.form.getValues().name, suppliers: saved.suppliers });
        } else router.push(`/suppliers/${saved.id}` as Route);
      },
    },
  );
  const field = shell.form.getInputProps;
  // Another name is another question.
  const similar = look?.name === shell.form.getValues().name ? look.suppliers : undefined;
  const submitLabel = supplier ? 'Save changes' : 'Add supplier';

  return (
    <FormShell
      shell={shell}
      submitLabel={similar ? `${submitLabel} all the same` : submitLabel}
      cancelHref={supplier ? `/suppliers/${supplier.id}` : '/suppliers'}
    >
      <TextInput
        label="Name"
        description="As the supplier writes it, in any script"
        required
        {...field('name')}
      />
      {similar ? <SimilarSuppliers suppliers={similar} /> : null}
      <TextInput label="Website" type="url" placeholder="https://" {...field('website')} />
      <Textarea label="Notes" autosize minRows={3} maxRows={16} {...field('notes')} />
    </FormShell>
  );
}
