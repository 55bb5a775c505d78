'use client';

import { PasswordInput, TextInput } from '@mantine/core';
import type { Outcome } from '@/app/_server/refusal';
import { FormShell } from '@/components/form-shell';
import { useActionForm } from '@/components/use-action-form';
import { addPasskey, preparePasskey } from './actions';

export function NewPasskeyForm({ onDone }: { onDone: () => void }) {
  const shell = useActionForm(makePasskey, {
    initialValues: { name: '', current: '' },
    done: 'The passkey is added. You are signed out everywhere else.',
    onDone,
  });
  const field = shell.form.getInputProps;
  return (
    <FormShell shell={shell} submitLabel="Make the passkey">
      <TextInput label="Name" description="To know it again" required {...field('name')} />
      <PasswordInput
        label="Present password"
        autoComplete="current-password"
        required
        {...field('current')}
      />
    </FormShell>
  );
}

async function makePasskey({
  name,
  current,
}: {
  name: string;
  current: string;
}): Promise<Outcome<unknown>> {
  const prepared = await preparePasskey({ current });
  if (!prepared.ok) return prepared;
  const { startRegistration } = await import('@simplewebauthn/browser');
  try {
    return addPasskey({ name, answer: await startRegistration({ optionsJSON: prepared.value }) });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const message = 'The device made no passkey, or has one for this account already.';
    return { ok: false, kind: 'invalid', message };
  }
}
