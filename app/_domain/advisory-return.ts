import { codesOf } from './code-list';

/**
 * What the return of an advisory counts of each organisation, in the order of the page and of the
 * file. The views advisory_answer (prisma/sql/34-advisory-return.sql) and advisory_return_list say
 * the same of each deployment and of each organisation.
 */
export const returnCounts = {
  in_scope: {
    label: 'In scope',
    description: 'Deployments that the advisory covers for certain; the next four add up to it.',
  },
  decided: {
    label: 'Decided',
    description: 'A decision in force does what is asked, or the deployment is retired.',
  },
  otherwise: {
    label: 'Decided otherwise',
    description: 'A decision in force does something else than what is asked.',
  },
  waiting: {
    label: 'Waiting for approval',
    description: 'Nothing in force does what is asked; a proposal waits.',
  },
  undecided: {
    label: 'Undecided',
    description: 'Nothing is in force and nothing is proposed.',
  },
  overdue: {
    label: 'Overdue',
    description: 'Of those in scope: not done, though its day has passed.',
  },
  done: {
    label: 'Done',
    description: 'Of those in scope: what is asked is carried out, or the deployment is retired.',
  },
  stale: {
    label: 'To decide anew',
    description: 'Of those in scope: what the decision rested on has changed.',
  },
  cannot_tell: {
    label: 'Cannot tell',
    description: 'A fact is missing, so that it may be in scope or not.',
  },
  no_action: {
    label: 'No action advised',
    description: 'Expressly out of scope.',
  },
} as const;

export type ReturnCount = keyof typeof returnCounts;

export const returnCountCodes = codesOf(returnCounts);

/** What the register's filter `return` can ask of a deployment; verdicts have a filter of their own. */
export const returnStandings = [
  'decided',
  'otherwise',
  'waiting',
  'undecided',
  'overdue',
  'done',
  'stale',
] as const satisfies readonly ReturnCount[];

export type ReturnStanding = (typeof returnStandings)[number];

/** Whether an organisation's nil return stands; '' where none was signed and none is due. */
export const nilReturnLabels = {
  holds: 'Signed',
  missing: 'Not signed',
  lapsed: 'No longer holds',
  outdated: 'Signed before the rules changed',
  ended: 'Signed; the advisory is withdrawn',
} as const;

export type NilReturn = keyof typeof nilReturnLabels;

export const nilReturns = codesOf(nilReturnLabels);
