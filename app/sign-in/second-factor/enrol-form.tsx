'use client';

import { PasswordInput, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Outcome } from '@/app/_server/refusal';
import { useActionForm } from '@/components/use-action-form';
import { SecretForm } from '../secret-form';
import { openAnew } from '../sign-in-request';
import styles from './enrol-form.module.css';
import { RecoveryCodeList } from './recovery-code-list';

export interface EnrolFormProps {
  sealed: string;
  /** The secret, for an app that cannot see the picture. */
  typed: string;
  /** The QR code. */
  children: ReactNode;
  enrol: (input: {
    sealed: string;
    code: string;
    current: string;
  }) => Promise<Outcome<{ recoveryCodes: string[] }>>;
  /** Where nobody has just given the password. */
  asksPassword?: boolean;
  continueTo: string;
}

export function EnrolForm(props: EnrolFormProps) {
  const { sealed, typed, children, enrol, asksPassword = false, continueTo } = props;
  const [codes, setCodes] = useState<readonly string[]>();
  const shell = useActionForm(
    (values: { code: string; current: string }) => enrol({ ...values, sealed }),
    {
      initialValues: { code: '', current: '' },
      onDone: ({ recoveryCodes }) => setCodes(recoveryCodes),
      // The page would be about what comes next, and the codes are shown but once.
      refreshes: false,
    },
  );
  const field = shell.form.getInputProps;
  if (codes) {
    return (
      <RecoveryCodeList
        codes={codes}
        continueLabel="I have kept them"
        onContinue={() => openAnew(continueTo)}
      />
    );
  }
  return (
    <div className={styles.enrol}>
      <div className={styles.picture}>
        {children}
        <details>
          <summary>No camera? Type the key</summary>
          <code>{typed}</code>
        </details>
      </div>
      <SecretForm shell={shell} submitLabel="Use this app">
        {asksPassword ? (
          <PasswordInput
            label="Present password"
            autoComplete="current-password"
            required
            {...field('current')}
          />
        ) : null}
        <TextInput
          label="Code"
          description="The six digits that the app shows now"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          {...field('code')}
        />
      </SecretForm>
    </div>
  );
}
