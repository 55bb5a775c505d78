'use client';

import { PasswordInput, TextInput } from '@mantine/core';
import { useActionForm } from '@/components/use-action-form';
import { PasskeyButton } from './passkey-button';
import { SecretForm } from './secret-form';
import { type Credentials, openAnew, signIn, signInByPasskey } from './sign-in-request';

export function SignInForm({ next }: { next: string }) {
  const shell = useActionForm(
    async (credentials: Credentials) => {
      const outcome = await signIn(credentials);
      return outcome.ok ? openAnew(next) : outcome;
    },
    { initialValues: { email: '', password: '' } },
  );
  return (
    <>
      <SecretForm shell={shell} submitLabel="Sign in">
        <TextInput
          label="E-mail address"
          type="email"
          autoComplete="username"
          required
          {...shell.form.getInputProps('email')}
        />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          required
          {...shell.form.getInputProps('password')}
        />
      </SecretForm>
      <PasskeyButton label="Use a passkey" submit={signInByPasskey} next={next} />
    </>
  );
}
