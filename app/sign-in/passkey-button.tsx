'use client';

import type { AuthenticationResponseJSON } from '@simplewebauthn/browser';
import type { Outcome } from '@/app/_server/refusal';
import { useActionForm } from '@/components/use-action-form';
import { requestPasskey } from './actions';
import { SecretForm } from './secret-form';
import { openAnew } from './sign-in-request';

interface PasskeyButtonProps {
  label: string;
  /** Hands the browser's answer in. */
  submit: (answer: AuthenticationResponseJSON) => Promise<Outcome<unknown>>;
  next: string;
}

/** Asks the device for a passkey. Its script comes with the click: most people sign in without. */
export function PasskeyButton({ label, submit, next }: PasskeyButtonProps) {
  const shell = useActionForm(() => signInWithPasskey(submit, next), { initialValues: {} });
  return <SecretForm shell={shell} submitLabel={label} variant="default" />;
}

async function signInWithPasskey(
  submit: PasskeyButtonProps['submit'],
  next: string,
): Promise<Outcome<unknown>> {
  const request = await requestPasskey({});
  if (!request.ok) return request;
  const { startAuthentication } = await import('@simplewebauthn/browser');
  try {
    const outcome = await submit(await startAuthentication({ optionsJSON: request.value }));
    return outcome.ok ? openAnew(next) : outcome;
  } catch (error) {
    return notUsed(error);
  }
}

/** Browsers do not tell a cancelled dialogue from a device that has no passkey. */
function notUsed(error: unknown): Outcome<never> {
  if (!(error instanceof Error)) throw error;
  return { ok: false, kind: 'invalid', message: 'No passkey was used.' };
}
