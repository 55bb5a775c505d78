'use client';

import { type ActionAllowance, type PersonAction, transitions } from '@/app/_domain/decision';
import type { Outcome } from '@/app/_server/refusal';
import { ActionButton } from '@/components/action-button';
import styles from './decision-card.module.css';

/** The steps that a person's roles know; each allowed now, or not for the reason it gives. */
export type Allowances = Partial<Record<PersonAction, ActionAllowance>>;

export interface StepButtonsProps<Step extends PersonAction> {
  steps: readonly Step[];
  allowances: Allowances;
  take: (step: Step, comment: string) => Promise<Outcome<unknown>>;
}

export function StepButtons<Step extends PersonAction>({
  steps,
  allowances,
  take,
}: StepButtonsProps<Step>) {
  return (
    <div className={styles.steps}>
      {steps.map((step) => {
        const { label, explanation, needs } = transitions[step];
        const allowance = allowances[step];
        if (!allowance) return null;
        return (
          <ActionButton
            key={step}
            tone={step === 'approve' ? 'accent' : step === 'reject' ? 'danger' : 'default'}
            action={(comment) => take(step, comment)}
            done={`${label}: recorded.`}
            {...(!allowance.allowed && { disabledReason: allowance.reason })}
            confirm={{
              title: label,
              text: explanation,
              confirmLabel: label,
              reason: {
                label: needs === 'comment' ? 'Reason' : 'Comment',
                required: needs === 'comment',
              },
            }}
          >
            {label}
          </ActionButton>
        );
      })}
    </div>
  );
}
