'use client';

import {
  type ActionAllowance,
  type DecisionState,
  mayFollow,
  type PersonAction,
  personActions,
  transitions,
} from '@/app/_domain/decision';
import type { Outcome } from '@/app/_server/refusal';
import { ActionButton } from '@/components/action-button';
import {
  approveDecision,
  completeDecision,
  rejectDecision,
  startDecision,
  withdrawDecision,
} from './actions';
import styles from './decision-card.module.css';

type Step = Exclude<PersonAction, 'propose'>;

const takeStep: Readonly<Record<Step, (input: unknown) => Promise<Outcome<void>>>> = {
  approve: approveDecision,
  reject: rejectDecision,
  withdraw: withdrawDecision,
  start: startDecision,
  complete: completeDecision,
};

export interface DecisionStepsProps {
  id: string;
  contentHash: string;
  state: DecisionState;
  allowances: Readonly<Record<PersonAction, ActionAllowance>>;
}

/** The steps that lead on from the decision's state; what is not allowed says why. */
export function DecisionSteps({ id, contentHash, state, allowances }: DecisionStepsProps) {
  const steps = personActions.filter(
    (step): step is Step => step !== 'propose' && mayFollow(step, state),
  );
  return (
    <div className={styles.steps}>
      {steps.map((step) => {
        const { label, explanation, needs } = transitions[step];
        const allowance = allowances[step];
        return (
          <ActionButton
            key={step}
            tone={step === 'approve' ? 'accent' : step === 'reject' ? 'danger' : 'default'}
            action={(comment) => takeStep[step]({ id, contentHash, comment })}
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
