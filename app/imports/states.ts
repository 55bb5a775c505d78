import type { Tone } from '@/app/_domain/tone';

export const stateLabels = {
  uploading: 'Being uploaded',
  uploaded: 'Uploaded',
  rehearsing: 'Being rehearsed',
  rehearsed: 'Rehearsed',
  applying: 'Being applied',
  applied: 'Applied',
  undoing: 'Being undone',
  undone: 'Undone',
} as const;

export type ImportState = keyof typeof stateLabels;

export const importStates = Object.keys(stateLabels) as readonly ImportState[];

export const stateTones: Readonly<Record<ImportState, Tone>> = {
  uploading: 'neutral',
  uploaded: 'neutral',
  rehearsing: 'accent',
  rehearsed: 'accent',
  applying: 'accent',
  applied: 'good',
  undoing: 'accent',
  undone: 'caution',
};

/** States in which a background job is at work, and where one that fails leads back to. */
export const jobStates = {
  rehearsing: { back: 'uploaded', words: 'Rehearsal' },
  applying: { back: 'rehearsed', words: 'Applying' },
  undoing: { back: 'applied', words: 'Undoing' },
} as const satisfies Partial<Record<ImportState, { back: ImportState; words: string }>>;

export type JobState = keyof typeof jobStates;

export function isJobState(state: string): state is JobState {
  return Object.hasOwn(jobStates, state);
}
