import type { Tone } from '@/components/tone-badge';

const tones: Readonly<Record<string, Tone>> = {
  break_glass: 'danger',
  insert: 'good',
  update: 'accent',
  delete: 'danger',
  refused: 'caution',
  second_factor_failed: 'caution',
  sign_in_blocked: 'caution',
  sign_in_failed: 'caution',
};

/** How the name of an action is coloured. */
export function actionTone(action: string): Tone {
  return tones[action] ?? 'neutral';
}
