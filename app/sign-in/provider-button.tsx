'use client';

import { Divider } from '@mantine/core';
import { useActionForm } from '@/components/use-action-form';
import { SecretForm } from './secret-form';
import { signInByProvider } from './sign-in-request';

/** The way that an organisation with single sign-on wants to be taken, so first and filled. */
export function ProviderButton({ name, next }: { name: string; next: string }) {
  const shell = useActionForm(() => signInByProvider(next), { initialValues: {} });
  return (
    <>
      <SecretForm shell={shell} submitLabel={`Sign in with ${name}`} />
      <Divider label="or" />
    </>
  );
}
