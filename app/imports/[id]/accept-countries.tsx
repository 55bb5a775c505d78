'use client';

import { ActionButton } from '@/components/action-button';
import { acceptCountries } from '../actions';

/** Reads the suggested countries in place of the file's words, in this import only. */
export function AcceptCountries({ id }: { id: string }) {
  return (
    <ActionButton size="xs" tone="accent" action={() => acceptCountries({ id })}>
      Read them so and rehearse again
    </ActionButton>
  );
}
