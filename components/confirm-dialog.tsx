'use client';

import { Modal, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState, useTransition } from 'react';
import type { Outcome } from '@/app/_server/refusal';
import { answerOf } from './answer-of';
import styles from './confirm-dialog.module.css';
import { ErrorNotice } from './error-notice';
import { PushButton } from './push-button';

export interface ConfirmDialogProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What will happen. */
  children: ReactNode;
  confirmLabel: string;
  tone?: 'accent' | 'danger';
  reason?: ReasonField;
  /** With the reason, trimmed; '' when none is asked for. */
  onConfirm: (reason: string) => Promise<Outcome<unknown>>;
  onDone?: () => void;
}

export interface ReasonField {
  label: string;
  description?: string;
  required?: boolean;
}

/** Asks before something is done, and stays open with the message when it is refused. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, onClose, title, children, confirmLabel, tone = 'accent', reason } = props;
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [pending, startTransition] = useTransition();

  function confirm(event: FormEvent) {
    event.preventDefault();
    if (pending) return;
    setFailure(undefined);
    if (reason?.required && text.trim() === '') {
      setProblem('Give a reason.');
      return;
    }
    startTransition(async () => {
      const outcome = await answerOf(() => props.onConfirm(text.trim()));
      if (!outcome.ok) {
        setProblem(outcome.fields?.reason);
        setFailure(outcome.message);
        return;
      }
      setText('');
      onClose();
      props.onDone?.();
    });
  }

  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <form className={styles.form} onSubmit={confirm} noValidate>
        {failure ? <ErrorNotice title={failure} /> : null}
        <div>{children}</div>
        {reason ? (
          <Textarea
            label={reason.label}
            description={reason.description}
            required={reason.required}
            autosize
            minRows={3}
            maxRows={10}
            value={text}
            error={problem}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setProblem(undefined);
            }}
            data-autofocus
          />
        ) : null}
        <div className={styles.buttons}>
          <PushButton variant="default" onClick={onClose} disabled={pending}>
            Cancel
          </PushButton>
          <PushButton
            type="submit"
            variant={tone === 'danger' ? 'danger' : 'filled'}
            loading={pending}
          >
            {confirmLabel}
          </PushButton>
        </div>
      </form>
    </Modal>
  );
}
