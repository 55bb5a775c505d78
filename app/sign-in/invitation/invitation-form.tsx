'use client';

import { useActionForm } from '@/components/use-action-form';
import { setFirstPassword } from '../actions';
import { NewPasswordInput } from '../new-password-input';
import { SecretForm } from '../secret-form';
import { signInAnew } from '../sign-in-request';

export function InvitationForm({ token, email }: { token: string; email: string }) {
  const shell = useActionForm(
    async ({ password }: { password: string }) => {
      const outcome = await setFirstPassword({ token, password });
      return outcome.ok ? signInAnew({ email, password }, '/') : outcome;
    },
    { initialValues: { password: '' } },
  );
  return (
    <SecretForm shell={shell} submitLabel="Set the password and sign in">
      {/* Tells password managers whose password this is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <NewPasswordInput {...shell.form.getInputProps('password')} />
    </SecretForm>
  );
}
