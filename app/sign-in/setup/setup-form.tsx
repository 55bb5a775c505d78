'use client';

import { TextInput } from '@mantine/core';
import { useActionForm } from '@/components/use-action-form';
import { setUp } from '../actions';
import { NewPasswordInput } from '../new-password-input';
import { SecretForm } from '../secret-form';
import { type Credentials, signInAnew } from '../sign-in-request';

export function SetupForm({ token }: { token: string }) {
  const shell = useActionForm(
    async (values: { name: string } & Credentials) => {
      const outcome = await setUp({ ...values, token });
      return outcome.ok ? signInAnew(values, '/users') : outcome;
    },
    { initialValues: { name: '', email: '', password: '' } },
  );
  const field = shell.form.getInputProps;
  return (
    <SecretForm shell={shell} submitLabel="Create the first administrator">
      <TextInput label="Your name" autoComplete="name" required {...field('name')} />
      <TextInput
        label="E-mail address"
        description="You sign in with it; nothing is ever sent to it"
        type="email"
        autoComplete="username"
        required
        {...field('email')}
      />
      <NewPasswordInput {...field('password')} />
    </SecretForm>
  );
}
