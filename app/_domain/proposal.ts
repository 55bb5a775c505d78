import { type DecisionOutcome, outcomeLabels, outcomeNeeds } from './decision';

/** What somebody proposes for one deployment. */
export type Proposal = {
  outcome: DecisionOutcome;
  rationale: string;
  /** ISO date or null. */
  dueOn: string | null;
  /** ISO date of the first day on which it holds no more, or null. */
  expiresOn: string | null;
};

export type ProposalProblems = Partial<Record<keyof Proposal, string>>;

/** What is wrong with a proposal made today (ISO date), by field; empty when nothing is. */
export function proposalProblems(proposal: Proposal, today: string): ProposalProblems {
  const { outcome, rationale, dueOn, expiresOn } = proposal;
  const label = outcomeLabels[outcome];
  const problems: ProposalProblems = {};

  if (outcomeNeeds(outcome, 'rationale') && rationale.trim() === '') {
    problems.rationale = `“${label}” needs a rationale.`;
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

/**
 * Taking out what no active advisory asks to take out is the over-reach that has to explain itself:
 * the sentence that asks for a reason, or undefined where none is needed. `precautionary` of `count`
 * deployments are not asked for.
 */
export function reasonProblem(
  outcome: DecisionOutcome,
  { count, precautionary }: { count: number; precautionary: number },
  basisReason: string,
): string | undefined {
  if (!isRemoval(outcome) || precautionary === 0 || basisReason.trim() !== '') return undefined;
  const where =
    count === 1 ? 'this deployment' : `${precautionary} of the ${count} deployments selected`;
  return `No active advisory asks to ${outcome} ${where}. Say why it is to be done all the same.`;
}

export function isRemoval(outcome: DecisionOutcome): boolean {
  return outcome === 'remove' || outcome === 'replace';
}
