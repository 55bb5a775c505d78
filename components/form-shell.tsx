'use client';

import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorNotice } from './error-notice';
import styles from './form-shell.module.css';
import { LinkButton } from './link-button';
import { PushButton } from './push-button';
import type { ActionForm } from './use-action-form';

export interface FormShellProps {
  /** Only what the shell itself needs, so that forms of any values fit. */
  shell: Pick<ActionForm<never>, 'submit' | 'pending' | 'failure' | 'why'>;
  submitLabel: string;
  cancelHref?: string;
  /** Further buttons beside the one that submits. */
  actions?: ReactNode;
  children: ReactNode;
}

/** The form around the fields: what went wrong on top, the buttons below. */
export function FormShell(props: FormShellProps) {
  const { shell, submitLabel, cancelHref, actions, children } = props;
  return (
    <form className={styles.form} onSubmit={shell.submit} noValidate>
      {shell.failure ? (
        <ErrorNotice
          title={shell.failure}
          todo="Nothing was saved. What you entered is still here."
        />
      ) : null}
      {children}
      {shell.why ? (
        <TextInput
          label="Why"
          description="Kept in the history with the change; may be left empty"
          maxLength={1000}
          value={shell.why.value}
          onChange={({ currentTarget }) => shell.why?.onChange(currentTarget.value)}
        />
      ) : null}
      <div className={styles.buttons}>
        <PushButton type="submit" loading={shell.pending}>
          {submitLabel}
        </PushButton>
        {cancelHref ? (
          <LinkButton href={cancelHref} variant="default">
            Cancel
          </LinkButton>
        ) : null}
        {actions}
      </div>
    </form>
  );
}

/** Fields side by side where there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}
