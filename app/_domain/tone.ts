import type { ClassificationCode } from './classification';
import type { DecisionState } from './decision';
import type { Exposure } from './exposure';

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
