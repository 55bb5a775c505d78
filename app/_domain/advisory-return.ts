import { codesOf } from './code-list';

/**
 * Where a deployment stands in the return of an advisory. What is in its scope has one of the first
 * four. The view advisory_answer (prisma/sql/34-advisory-return.sql) tells them.
 */
export const returnParts = {
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
  cannot_tell: {
    label: 'Cannot tell',
    description: 'A fact is missing, so that it may be in scope or not.',
  },
  no_action: {
    label: 'No action advised',
    description: 'Expressly out of scope.',
  },
} as const;

export type ReturnPart = keyof typeof returnParts;

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
