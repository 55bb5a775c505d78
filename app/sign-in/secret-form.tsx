'use client';

import { Button, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorNotice } from '@/components/error-notice';
import type { ActionForm } from '@/components/use-action-form';

interface SecretFormProps {
  shell: Pick<ActionForm<never>, 'submit' | 'pending' | 'failure'>;
  submitLabel: string;
  /** Default where the page has another form that most people use. */
  variant?: 'filled' | 'default';
  children?: ReactNode;
}

/** A form with a password in it: by POST, so that not even an early click puts it into an address. */
export function SecretForm({ shell, submitLabel, variant, children }: SecretFormProps) {
  return (
    <form method="post" onSubmit={shell.submit} noValidate>
      <Stack gap="md">
        {shell.failure ? <ErrorNotice title={shell.failure} /> : null}
        {children}
        <Button type="submit" variant={variant ?? 'filled'} loading={shell.pending} fullWidth>
          {submitLabel}
        </Button>
      </Stack>
    </form>
  );
}
