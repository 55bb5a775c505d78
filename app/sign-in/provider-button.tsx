'use client';

import { ActionButton } from '@/components/action-button';
import { signInByProvider } from './sign-in-request';

export function ProviderButton({ name, next }: { name: string; next: string }) {
  return (
    <ActionButton tone="accent" action={() => signInByProvider(next)}>
      Sign in with {name}
    </ActionButton>
  );
}
