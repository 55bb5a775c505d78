'use client';

import { TextInput } from '@mantine/core';
import { FormShell } from '@/components/form-shell';
import { useActionForm } from '@/components/use-action-form';
import { addAlias } from './actions';

export function AliasForm({ supplierId }: { supplierId: string }) {
  const shell = useActionForm(({ name }: { name: string }) => addAlias({ supplierId, name }), {
    initialValues: { name: '' },
    done: 'Alias added',
    onDone: () => shell.form.setFieldValue('name', ''),
  });
  return (
    <FormShell shell={shell} submitLabel="Add alias">
      <TextInput label="Another name" required {...shell.form.getInputProps('name')} />
    </FormShell>
  );
}
