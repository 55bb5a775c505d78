'use client';

import type { Outcome } from '@/app/_server/refusal';
import { approveProposal, rejectProposal, withdrawProposal } from './actions';
import { type Allowances, StepButtons } from './step-buttons';

type Step = 'approve' | 'reject' | 'withdraw';

const takeStep: Readonly<Record<Step, (input: unknown) => Promise<Outcome<{ taken: number }>>>> = {
  approve: approveProposal,
  reject: rejectProposal,
  withdraw: withdrawProposal,
};
const steps = Object.keys(takeStep) as Step[];

export interface ProposalStepsProps {
  proposalId: string;
  digest: string;
  allowances: Allowances;
}

/** The steps of everything that waits in a proposal, bound to what is shown. */
export function ProposalSteps({ proposalId, digest, allowances }: ProposalStepsProps) {
  return (
    <StepButtons
      steps={steps}
      allowances={allowances}
      take={(step, comment) => takeStep[step]({ proposalId, digest, comment })}
    />
  );
}
