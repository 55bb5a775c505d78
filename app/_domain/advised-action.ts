import { codesOf, labelsOf } from './code-list';
import type { DecisionOutcome } from './decision';

/**
 * What a rule asks for, the strictest first: where several rules match, the first of these leads.
 * `answers` are the outcomes that carry it out, so that they are *advised* and not *precautionary*.
 * The same order and the same answers stand in prisma/sql/31-rule.sql; a test holds them equal.
 */
export const advisedActions = {
  must_not_use: { label: 'Must not use', answers: ['remove', 'replace', 'isolate'] },
  remove: { label: 'Remove', answers: ['remove', 'replace', 'isolate'] },
  replace: { label: 'Replace', answers: ['remove', 'replace', 'at_contract_end'] },
  isolate: { label: 'Isolate or disconnect', answers: ['isolate'] },
  do_not_install: {
    label: 'Do not install anew',
    answers: ['withdraw_from_new_users', 'restrict'],
  },
  do_not_procure: { label: 'Do not procure', answers: ['at_contract_end', 'restrict'] },
  restrict: { label: 'Restrict', answers: ['restrict', 'isolate'] },
  assess: {
    label: 'Assess',
    answers: ['monitor', 'accept', 'restrict', 'on_trigger', 'at_contract_end'],
  },
  no_action: { label: 'No action advised', answers: ['no_action'] },
} as const satisfies Record<string, { label: string; answers: readonly DecisionOutcome[] }>;

export type AdvisedAction = keyof typeof advisedActions;

export const advisedActionCodes = codesOf(advisedActions);

export const advisedActionLabels = labelsOf(advisedActions);

/** How binding the words of a rule are, the strictest first. */
export const strengthLabels = {
  must: 'Must',
  should: 'Should',
  consider: 'Consider',
} as const;

export type Strength = keyof typeof strengthLabels;

export const strengths = codesOf(strengthLabels);
