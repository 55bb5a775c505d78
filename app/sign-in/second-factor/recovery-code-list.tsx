'use client';

import { CopyButton } from '@mantine/core';
import { ErrorNotice } from '@/components/error-notice';
import { PushButton } from '@/components/push-button';
import styles from './recovery-code-list.module.css';

interface RecoveryCodeListProps {
  codes: readonly string[];
  /** What the person does once they are kept. */
  continueLabel: string;
  onContinue: () => void;
}

/** The recovery codes, the one time that they are shown. */
export function RecoveryCodeList({ codes, continueLabel, onContinue }: RecoveryCodeListProps) {
  return (
    <div className={styles.codes}>
      <ErrorNotice
        tone="good"
        title="Keep these recovery codes"
        what="Each signs you in once when you do not have your app. They are not shown again: write them down, or put them into your password manager."
      />
      <ol className={styles.list} aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className={styles.buttons}>
        <CopyButton value={codes.join('\n')}>
          {({ copied, copy }) => (
            <PushButton variant="default" onClick={copy}>
              {copied ? 'Copied' : 'Copy all'}
            </PushButton>
          )}
        </CopyButton>
        <PushButton onClick={onContinue}>{continueLabel}</PushButton>
      </div>
    </div>
  );
}
