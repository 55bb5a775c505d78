import { type DecisionBasis, type DecisionOutcome, outcomeLabels, outcomeNeeds } from './decision';

/** What somebody proposes for one deployment. */
export type Proposal = {
  outcome: DecisionOutcome;
  basis: DecisionBasis;
  /** Why, when no active advice requires it; else ''. */
  basisReason: string;
  rationale: string;
  /** ISO date or null. */
  dueOn: string | null;
  /** ISO date of the first day on which it holds no more, or null. */
  expiresOn: string | null;
};

export type ProposalProblems = Partial<Record<keyof Proposal, string>>;

/** What is wrong with a proposal made today (ISO date), by field; empty when nothing is. */
export function proposalProblems(proposal: Proposal, today: string): ProposalProblems {
  const { outcome, basis, basisReason, rationale, dueOn, expiresOn } = proposal;
  const label = outcomeLabels[outcome];
  const problems: ProposalProblems = {};

  if (outcomeNeeds(outcome, 'rationale') && rationale.trim() === '') {
    problems.rationale = `“${label}” needs a rationale.`;
  }
  if (basis === 'precautionary' && isRemoval(outcome) && basisReason.trim() === '') {
    problems.basisReason = `No active advice requires “${label}” here. Say why it is to be done all the same.`;
  }
  if (dueOn === null) {
    if (outcomeNeeds(outcome, 'dueOn')) problems.dueOn = `“${label}” needs a due date.`;
  } else if (dueOn < today) {
    problems.dueOn = 'The due date has passed. Choose today or a later day.';
  }
  if (expiresOn === null) {
    if (outcomeNeeds(outcome, 'expiresOn')) problems.expiresOn = `“${label}” needs an expiry.`;
  } else if (expiresOn <= today) {
    problems.expiresOn = 'The expiry must be in the future. Choose tomorrow or a later day.';
  }
  return problems;
}

/** Taking out what no advice requires is the over-reach that has to explain itself. */
function isRemoval(outcome: DecisionOutcome): boolean {
  return outcome === 'remove' || outcome === 'replace';
}
