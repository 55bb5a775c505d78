import type { AdvisedAction } from './advised-action';
import type { AdvisoryStatus } from './advisory';
import type { NilReturn } from './advisory-return';
import type { ClassificationCode } from './classification';
import type { DecisionState } from './decision';
import type { Exposure, Verdict } from './exposure';

/** How loudly a code should be shown; the words beside it carry the meaning. */
export type Tone = 'neutral' | 'accent' | 'good' | 'caution' | 'danger';

export const classificationTones: Readonly<Record<ClassificationCode, Tone>> = {
  OFFICIAL: 'neutral',
  SECRET: 'caution',
  'TOP SECRET': 'danger',
  UNSETTLED: 'accent',
};

export const stateTones: Readonly<Record<DecisionState, Tone>> = {
  proposed: 'accent',
  approved: 'neutral',
  in_progress: 'caution',
  done: 'good',
  rejected: 'danger',
  withdrawn: 'neutral',
  expired: 'danger',
  superseded: 'neutral',
};

export const exposureTones: Readonly<Record<Exposure, Tone>> = {
  in: 'danger',
  out: 'good',
  cannot_tell: 'caution',
  none: 'neutral',
};

export const advisoryStatusTones: Readonly<Record<AdvisoryStatus, Tone>> = {
  draft: 'neutral',
  active: 'accent',
  withdrawn: 'caution',
};

export const advisedActionTones: Readonly<Record<AdvisedAction, Tone>> = {
  must_not_use: 'danger',
  remove: 'danger',
  replace: 'danger',
  isolate: 'danger',
  do_not_install: 'caution',
  do_not_procure: 'caution',
  restrict: 'caution',
  assess: 'accent',
  no_action: 'good',
};

export const verdictTones: Readonly<Record<Verdict, Tone>> = {
  in: 'danger',
  cannot_tell: 'caution',
  out_no_action: 'good',
  out: 'neutral',
};

export const nilReturnTones: Readonly<Record<NilReturn, Tone>> = {
  holds: 'good',
  missing: 'caution',
  lapsed: 'danger',
  outdated: 'caution',
  ended: 'neutral',
};
