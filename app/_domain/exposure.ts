import { codesOf } from './code-list';

/** The verdict of the active advisories on a deployment. */
export const exposureLabels = {
  in: 'In scope',
  cannot_tell: 'Cannot tell',
  out: 'Out: no action advised',
  none: 'No rule applies',
} as const;

export type Exposure = keyof typeof exposureLabels;

export const exposures = codesOf(exposureLabels);

/** How one advisory judges a deployment. Of `out`, an express *no action advised* is recorded. */
export type Verdict = 'in' | 'cannot_tell' | 'out_no_action' | 'out';

export const verdictLabels: Readonly<Record<Verdict, string>> = {
  in: exposureLabels.in,
  cannot_tell: exposureLabels.cannot_tell,
  out_no_action: exposureLabels.out,
  out: 'Out: no rule applies',
};
