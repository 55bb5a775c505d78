'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { type ReactNode, useId, useState, useTransition } from 'react';
import type { Outcome } from '@/app/_server/refusal';
import styles from './action-button.module.css';
import { answerOf } from './answer-of';
import type { ReasonField } from './confirm-dialog';
import { notify } from './notify';
import { PushButton } from './push-button';

const ConfirmDialog = dynamic(
  () => import('./confirm-dialog').then((module) => module.ConfirmDialog),
  { ssr: false },
);

export interface ActionButtonProps {
  /** With the reason given in the dialog; '' when none is asked for. */
  action: (reason: string) => Promise<Outcome<unknown>>;
  /** Said in the corner once the action has succeeded. */
  done?: string;
  tone?: 'default' | 'accent' | 'danger';
  size?: 'xs' | 'sm';
  /** Why it cannot be done now; shown in place of hiding the button. */
  disabledReason?: string;
  /** Asked before; without it the click acts at once. */
  confirm?: { title: string; text: ReactNode; confirmLabel: string; reason?: ReasonField };
  onDone?: () => void;
  children: ReactNode;
}

/** One click, one action. A refusal is shown beside the button, where it was asked for. */
export function ActionButton(props: ActionButtonProps) {
  const { action, done, tone = 'default', size = 'sm', disabledReason, confirm, children } = props;
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [pending, startTransition] = useTransition();
  const reasonId = useId();

  function finish() {
    if (done) notify(done);
    router.refresh();
    props.onDone?.();
  }

  function act() {
    setFailure(undefined);
    startTransition(async () => {
      const outcome = await answerOf(() => action(''));
      if (outcome.ok) finish();
      else setFailure(outcome.message);
    });
  }

  return (
    <span className={styles.action}>
      <PushButton
        size={size}
        variant={tone === 'accent' ? 'filled' : tone}
        loading={pending}
        // Not the disabled attribute: the reason has to be reachable by keyboard.
        aria-disabled={disabledReason ? true : undefined}
        aria-describedby={disabledReason ? reasonId : undefined}
        onClick={() => {
          if (disabledReason) return;
          if (confirm) setAsking(true);
          else act();
        }}
      >
        {children}
      </PushButton>
      {disabledReason ? (
        <span id={reasonId} className={styles.reason}>
          {disabledReason}
        </span>
      ) : null}
      {failure ? (
        <span className={styles.failure} role="alert">
          {failure}
        </span>
      ) : null}
      {confirm && asking ? (
        <ConfirmDialog
          opened
          onClose={() => setAsking(false)}
          title={confirm.title}
          confirmLabel={confirm.confirmLabel}
          tone={tone === 'danger' ? 'danger' : 'accent'}
          reason={confirm.reason}
          onConfirm={action}
          onDone={finish}
        >
          {confirm.text}
        </ConfirmDialog>
      ) : null}
    </span>
  );
}
