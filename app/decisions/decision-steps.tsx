'use client';

import { type DecisionState, mayFollow, type PersonAction } from '@/app/_domain/decision';
import type { Outcome } from '@/app/_server/refusal';
import {
  approveDecision,
  completeDecision,
  rejectDecision,
  startDecision,
  withdrawDecision,
} from './actions';
import { type Allowances, StepButtons } from './step-buttons';

type Step = Exclude<PersonAction, 'propose'>;

const takeStep: Readonly<Record<Step, (input: unknown) => Promise<Outcome<void>>>> = {
  approve: approveDecision,
  reject: rejectDecision,
  withdraw: withdrawDecision,
  start: startDecision,
  complete: completeDecision,
};
const steps = Object.keys(takeStep) as Step[];

export interface DecisionStepsProps {
  id: string;
  contentHash: string;
  state: DecisionState;
  allowances: Allowances;
}

/** The steps that lead on from the decision's state. */
export function DecisionSteps({ id, contentHash, state, allowances }: DecisionStepsProps) {
  return (
    <StepButtons
      steps={steps.filter((step) => mayFollow(step, state))}
      allowances={allowances}
      take={(step, comment) => takeStep[step]({ id, contentHash, comment })}
    />
  );
}
