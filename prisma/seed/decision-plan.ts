import type { Day } from './day.ts';
import type { OrganisationName } from './organisations.ts';
import type { PersonKey } from './people.ts';

/** Deployments of these products in one organisation, on all of its systems unless some are named. */
export type Target = {
  products: readonly string[];
  organisation: OrganisationName;
  systems?: readonly string[];
  version?: string;
};

export type Evidence =
  | { kind: 'link'; url: string }
  | { kind: 'file'; fileName: string; text: string };

export type Step = {
  /** Days from today; all lie in the past. */
  day: number;
  by: PersonKey;
  action: 'approve' | 'reject' | 'withdraw' | 'start' | 'complete';
  comment?: string;
  /** Added to the decision just before the step. */
  evidence?: Evidence;
};

/**
 * One proposal for one or several deployments, and what became of it. Whether it is advised, the
 * database tells by the advisories in force.
 */
export type DecisionPlan = {
  name: string;
  targets: readonly Target[];
  outcome: string;
  /** Why, where no active advisory asks for it. */
  basisReason?: string;
  rationale: string;
  dueOn?: Day;
  expiresOn?: Day;
  proposed: { day: number; by: PersonKey };
  steps: readonly Step[];
};

export function approved(day: number, comment = ''): Step {
  return { day, by: 'approver', action: 'approve', comment };
}

export function rejected(day: number, comment: string): Step {
  return { day, by: 'approver', action: 'reject', comment };
}

export function started(day: number, comment = ''): Step {
  return { day, by: 'officer', action: 'start', comment };
}

export function completed(day: number, comment: string, evidence?: Evidence): Step {
  return { day, by: 'officer', action: 'complete', comment, evidence };
}

export function change(number: number): Evidence {
  return { kind: 'link', url: `https://evidence.example.test/changes/CHG-${number}` };
}
