import { codesOf, labelsOf } from './code-list';
import type { Permission } from './permission';

/** What a proposal of an outcome has to state, or its completion to prove. */
export type OutcomeNeed = 'rationale' | 'dueOn' | 'expiresOn' | 'evidence';

/** In display order. */
export const outcomeRules = {
  remove: { label: 'Remove', needs: ['dueOn', 'evidence'] },
  replace: { label: 'Replace', needs: ['dueOn', 'evidence'] },
  isolate: { label: 'Isolate', needs: ['dueOn', 'evidence'] },
  restrict: { label: 'Restrict', needs: ['dueOn'] },
  withdraw_from_new_users: { label: 'Withdraw from new users', needs: ['dueOn', 'evidence'] },
  // Due when the contract ends.
  at_contract_end: { label: 'At contract end', needs: ['dueOn'] },
  // The trigger has no date; the rationale says what it is.
  on_trigger: { label: 'On a trigger', needs: ['rationale'] },
  monitor: { label: 'Monitor', needs: [] },
  // A risk is never accepted for ever: expiry reopens it.
  accept: { label: 'Accept', needs: ['rationale', 'expiresOn'] },
  no_action: { label: 'No action', needs: [] },
} as const satisfies Record<string, { label: string; needs: readonly OutcomeNeed[] }>;

export type DecisionOutcome = keyof typeof outcomeRules;

export const outcomes = codesOf(outcomeRules);

export const outcomeLabels = labelsOf(outcomeRules);

export function outcomeNeeds(outcome: DecisionOutcome, need: OutcomeNeed): boolean {
  return (outcomeRules[outcome].needs as readonly OutcomeNeed[]).includes(need);
}

export const basisLabels = {
  advised: 'Advised',
  precautionary: 'Precautionary',
} as const;

export type DecisionBasis = keyof typeof basisLabels;

export const bases = codesOf(basisLabels);

export const stateLabels = {
  proposed: 'Proposed',
  approved: 'Approved',
  in_progress: 'In progress',
  done: 'Done',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
  expired: 'Expired',
  superseded: 'Superseded',
} as const;

export type DecisionState = keyof typeof stateLabels;

export const states = codesOf(stateLabels);

/** The state of a deployment's latest decision, or none yet. */
export type StandingState = DecisionState | 'none';

/** What is asked of whoever takes the action. Evidence only where the outcome needs it. */
export type ActionNeed = 'nothing' | 'comment' | 'evidence';

type Transition = {
  label: string;
  explanation: string;
  from: readonly StandingState[];
  to: DecisionState;
  needs: ActionNeed;
} & ({ by: 'anyone' | 'proposer' | 'someone_else'; permission: Permission } | { by: 'system' });

/**
 * The life of a decision: for each action, in which states it may be taken, by whom, and where it
 * leads. `propose` starts a new decision, so that its `from` is the state of the latest one before;
 * that one stays in force until the new one is approved, and is then superseded. One proposal waits
 * at a time. Rejected, withdrawn and superseded are final.
 */
export const transitions = {
  propose: {
    label: 'Propose',
    explanation: 'Propose a decision. Someone else has to approve it.',
    from: [
      'none',
      'approved',
      'in_progress',
      'done',
      'rejected',
      'withdrawn',
      'expired',
      'superseded',
    ],
    to: 'proposed',
    by: 'anyone',
    permission: 'decision:propose',
    needs: 'nothing',
  },
  approve: {
    label: 'Approve',
    explanation: 'Approve exactly what is shown. An earlier decision is superseded.',
    from: ['proposed'],
    to: 'approved',
    by: 'someone_else',
    permission: 'decision:approve',
    needs: 'nothing',
  },
  reject: {
    label: 'Reject',
    explanation: 'Turn the proposal down and say why.',
    from: ['proposed'],
    to: 'rejected',
    by: 'someone_else',
    permission: 'decision:approve',
    needs: 'comment',
  },
  withdraw: {
    label: 'Withdraw',
    explanation: 'Take your own proposal back.',
    from: ['proposed'],
    to: 'withdrawn',
    by: 'proposer',
    permission: 'decision:propose',
    needs: 'nothing',
  },
  start: {
    label: 'Start',
    explanation: 'Record that the work has begun.',
    from: ['approved'],
    to: 'in_progress',
    by: 'anyone',
    permission: 'decision:carry_out',
    needs: 'nothing',
  },
  complete: {
    label: 'Mark as done',
    explanation: 'Record that it is done, with evidence where the outcome asks for it.',
    from: ['approved', 'in_progress'],
    to: 'done',
    by: 'anyone',
    permission: 'decision:carry_out',
    needs: 'evidence',
  },
  expire: {
    label: 'Expire',
    explanation: 'Its expiry has come; it needs a new decision.',
    from: ['approved', 'in_progress', 'done'],
    to: 'expired',
    by: 'system',
    needs: 'nothing',
  },
  supersede: {
    label: 'Supersede',
    explanation: 'A newer decision for the same deployment was approved.',
    from: ['approved', 'in_progress', 'done', 'expired'],
    to: 'superseded',
    by: 'system',
    needs: 'nothing',
  },
} as const satisfies Record<string, Transition>;

export type DecisionAction = keyof typeof transitions;

export const actions = codesOf(transitions);

/** The actions that a person takes; the others are the system's. */
export type PersonAction = {
  [Action in DecisionAction]: (typeof transitions)[Action] extends { by: 'system' }
    ? never
    : Action;
}[DecisionAction];

export const personActions = actions.filter(
  (action): action is PersonAction => transitions[action].by !== 'system',
);

export type ActionContext = {
  actorId: string;
  /** Who proposed the latest decision; null when there is none. */
  proposerId: string | null;
  can: (permission: Permission) => boolean;
};

export type ActionAllowance = { allowed: true } | { allowed: false; reason: string };

/** Whether the action may be taken on a decision in this state, whoever takes it. */
export function mayFollow(action: DecisionAction, state: StandingState): boolean {
  return (transitions[action].from as readonly StandingState[]).includes(state);
}

/** For each action that a person can take: allowed, or the reason that its disabled button shows. */
export function allowedActions(
  state: StandingState,
  context: ActionContext,
): Record<PersonAction, ActionAllowance> {
  const allowance = (action: PersonAction): ActionAllowance => {
    const reason = refusal(action, state, context);
    return reason === undefined ? { allowed: true } : { allowed: false, reason };
  };
  return Object.fromEntries(personActions.map((action) => [action, allowance(action)])) as Record<
    PersonAction,
    ActionAllowance
  >;
}

function refusal(
  action: PersonAction,
  state: StandingState,
  { actorId, proposerId, can }: ActionContext,
): string | undefined {
  const { by, permission, from } = transitions[action];
  if (!can(permission)) return 'Your roles do not allow this.';
  if (!mayFollow(action, state)) {
    if (action === 'propose') return 'A proposal is already waiting for approval.';
    if (state === 'none') return 'There is no decision yet.';
    const wanted = from.map((code) => stateWords(code)).join(' or ');
    return `Only a decision that is ${wanted} allows this; this one is ${stateWords(state)}.`;
  }
  if (by === 'someone_else' && actorId === proposerId) {
    return 'You proposed it; someone else has to approve or reject it.';
  }
  if (by === 'proposer' && actorId !== proposerId)
    return 'Only whoever proposed it can withdraw it.';
  return undefined;
}

function stateWords(state: StandingState): string {
  return state === 'none' ? 'not made yet' : stateLabels[state].toLowerCase();
}
