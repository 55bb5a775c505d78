import { codesOf } from './code-list';

/** The verdict of the active advisories on a deployment. */
export const exposureLabels = {
  in: 'In scope',
  out: 'Out of scope',
  cannot_tell: 'Cannot tell',
  none: 'No advisory',
} as const;

export type Exposure = keyof typeof exposureLabels;

export const exposures = codesOf(exposureLabels);
