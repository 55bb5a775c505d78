'use client';

import { PasswordInput } from '@mantine/core';
import { NewPasswordInput } from '@/app/sign-in/new-password-input';
import { FormShell } from '@/components/form-shell';
import { useActionForm } from '@/components/use-action-form';
import { changePassword } from './actions';

export function PasswordForm({ email }: { email: string }) {
  const shell = useActionForm(changePassword, {
    initialValues: { current: '', password: '' },
    done: 'Your password is changed.',
    onDone: () => shell.form.reset(),
  });
  const field = shell.form.getInputProps;
  return (
    <FormShell shell={shell} submitLabel="Change password">
      {/* Tells password managers whose password this is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <PasswordInput
        label="Present password"
        autoComplete="current-password"
        required
        {...field('current')}
      />
      <NewPasswordInput {...field('password')} />
    </FormShell>
  );
}
