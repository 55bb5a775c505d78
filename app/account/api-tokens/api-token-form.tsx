'use client';

import { Checkbox, Select, Stack, TextInput } from '@mantine/core';
import { apiScopeLabels, apiScopes } from '@/app/_domain/api-scope';
import { FormShell } from '@/components/form-shell';
import { useActionForm } from '@/components/use-action-form';
import { createApiToken } from './actions';
import { tokenDays } from './schema';

export function ApiTokenForm({ onDone }: { onDone: (token: string) => void }) {
  const shell = useActionForm(createApiToken, {
    initialValues: { name: '', scopes: ['read'], days: '90' },
    onDone: ({ token }) => onDone(token),
  });
  const field = shell.form.getInputProps;
  return (
    <FormShell shell={shell} submitLabel="Make the token">
      <TextInput
        label="Name"
        description="What uses it: the history names it with each thing it does"
        required
        {...field('name')}
      />
      <Checkbox.Group
        label="What it may do"
        description="As far as your roles and your clearance allow it at that time"
        {...field('scopes')}
      >
        <Stack gap="xs" mt="xs">
          {apiScopes.map((scope) => (
            <Checkbox key={scope} value={scope} label={apiScopeLabels[scope]} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Select
        label="Good for"
        data={tokenDays.map((days) => ({ value: String(days), label: `${days} days` }))}
        allowDeselect={false}
        {...field('days')}
      />
    </FormShell>
  );
}
