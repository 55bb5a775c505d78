'use client';

import { PasswordInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Outcome } from '@/app/_server/refusal';
import { FormDialog } from '@/components/form-dialog';
import { FormShell } from '@/components/form-shell';
import { useActionForm } from '@/components/use-action-form';

interface PasswordDialogProps<Value> {
  label: string;
  /** What the button is about, where its label alone does not tell it from its neighbours. */
  about?: string;
  title: string;
  /** What will happen. */
  children: ReactNode;
  action: (input: { current: string }) => Promise<Outcome<Value>>;
  done: string;
  onDone?: (value: Value) => void;
}

/** A step that asks for the present password, so that nobody takes it in a session left open. */
export function PasswordDialog<Value>(props: PasswordDialogProps<Value>) {
  const { label, about, title } = props;
  return (
    <FormDialog label={label} title={title} {...(about && { about })}>
      {(close) => <PasswordStep {...props} close={close} />}
    </FormDialog>
  );
}

function PasswordStep<Value>(props: PasswordDialogProps<Value> & { close: () => void }) {
  const { label, children, action, done, onDone, close } = props;
  const shell = useActionForm(action, {
    initialValues: { current: '' },
    done,
    onDone: (value) => {
      onDone?.(value);
      close();
    },
  });
  return (
    <FormShell shell={shell} submitLabel={label}>
      <p>{children}</p>
      <PasswordInput
        label="Present password"
        autoComplete="current-password"
        required
        {...shell.form.getInputProps('current')}
      />
    </FormShell>
  );
}
