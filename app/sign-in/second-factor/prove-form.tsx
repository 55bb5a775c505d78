'use client';

import { TextInput } from '@mantine/core';
import { useActionForm } from '@/components/use-action-form';
import { PasskeyButton } from '../passkey-button';
import { SecretForm } from '../secret-form';
import { openAnew } from '../sign-in-request';
import { prove, proveWithPasskey } from './actions';

export function ProveForm({ next }: { next: string }) {
  const shell = useActionForm(
    async (values: { code: string }) => {
      const outcome = await prove(values);
      return outcome.ok ? openAnew(next) : outcome;
    },
    { initialValues: { code: '' } },
  );
  return (
    <>
      <SecretForm shell={shell} submitLabel="Continue">
        <TextInput
          label="Code"
          description="The six digits that your authenticator app shows, or one of your recovery codes"
          autoComplete="one-time-code"
          autoFocus
          required
          {...shell.form.getInputProps('code')}
        />
      </SecretForm>
      <PasskeyButton
        label="Use a passkey instead"
        submit={(answer) => proveWithPasskey({ answer })}
        next={next}
      />
    </>
  );
}
