'use client';

import { Checkbox, NumberInput, Stack } from '@mantine/core';
import { roleLabels, roles } from '@/app/_domain/permission';
import { FieldRow, FormShell } from '@/components/form-shell';
import { useActionForm } from '@/components/use-action-form';
import { saveSignInSettings } from './actions';
import type { SignInSettings } from './data';
import { idleMinutes, sessionHours } from './schema';

export function SignInSettingsForm({ settings }: { settings: SignInSettings }) {
  const shell = useActionForm(saveSignInSettings, {
    asksWhy: true,
    initialValues: { ...settings },
    done: 'The settings are saved.',
  });
  const field = shell.form.getInputProps;
  return (
    <FormShell shell={shell} submitLabel="Save how people sign in">
      <Checkbox.Group
        label="Second factor"
        description="Whoever holds one of these roles shows a second factor beside the password, and sets one up before anything else"
        {...field('secondFactorRoles')}
      >
        <Stack gap="xs" mt="xs">
          {roles.map((role) => (
            <Checkbox key={role} value={role} label={roleLabels[role]} />
          ))}
        </Stack>
      </Checkbox.Group>
      <FieldRow>
        <NumberInput
          label="Minutes without use"
          description="After which a session ends"
          min={idleMinutes.least}
          max={idleMinutes.most}
          required
          {...field('sessionIdleMinutes')}
        />
        <NumberInput
          label="Hours in all"
          description="After which a session ends, used or not"
          min={sessionHours.least}
          max={sessionHours.most}
          required
          {...field('sessionHours')}
        />
      </FieldRow>
    </FormShell>
  );
}
