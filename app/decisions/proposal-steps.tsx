'use client';

import {
  type ActionAllowance,
  mayFollow,
  type PersonAction,
  personActions,
  transitions,
} from '@/app/_domain/decision';
import type { Outcome } from '@/app/_server/refusal';
import { ActionButton } from '@/components/action-button';
import { approveProposal, rejectProposal, withdrawProposal } from './actions';
import styles from './decision-card.module.css';

type Step = 'approve' | 'reject' | 'withdraw';

const takeStep: Readonly<Record<Step, (input: unknown) => Promise<Outcome<{ taken: number }>>>> = {
  approve: approveProposal,
  reject: rejectProposal,
  withdraw: withdrawProposal,
};

export interface ProposalStepsProps {
  proposalId: string;
  digest: string;
  allowances: Readonly<Record<PersonAction, ActionAllowance>>;
}

/** The steps of everything that waits in a proposal, bound to what is shown. */
export function ProposalSteps({ proposalId, digest, allowances }: ProposalStepsProps) {
  const steps = personActions.filter(
    (step): step is Step => Object.hasOwn(takeStep, step) && mayFollow(step, 'proposed'),
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
            action={(comment) => takeStep[step]({ proposalId, digest, comment })}
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
