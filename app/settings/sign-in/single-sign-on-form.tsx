'use client';

import { Select, Switch, TagsInput } from '@mantine/core';
import { roleLabels, roles } from '@/app/_domain/permission';
import { FormShell } from '@/components/form-shell';
import { useActionForm } from '@/components/use-action-form';
import { saveSingleSignOn } from './actions';
import type { SingleSignOnSettings } from './data';

export function SingleSignOnForm({ settings }: { settings: SingleSignOnSettings }) {
  const { groups, localSignIn, breakGlassId, administrators } = settings;
  const shell = useActionForm(saveSingleSignOn, {
    asksWhy: true,
    initialValues: { groups, localSignIn, breakGlassId: breakGlassId ?? '' },
    done: 'The settings are saved.',
  });
  const field = shell.form.getInputProps;
  return (
    <FormShell shell={shell} submitLabel="Save single sign-on">
      {roles.map((role) => (
        <TagsInput
          key={role}
          label={`Groups of the role ${roleLabels[role].toLowerCase()}`}
          {...(groups[role].length === 0 && { placeholder: 'Given by administrators alone' })}
          {...field(`groups.${role}`)}
        />
      ))}
      <Switch
        label="People may also sign in here with a password or a passkey"
        {...field('localSignIn', { type: 'checkbox' })}
      />
      <Select
        label="Break-glass account"
        description="Who may still do so when that is switched off, for the day on which the provider fails; its use is told to every administrator"
        data={administrators.map(({ id, name }) => ({ value: id, label: name }))}
        clearable
        {...field('breakGlassId')}
        onChange={(id) => shell.form.setFieldValue('breakGlassId', id ?? '')}
      />
    </FormShell>
  );
}
