import { codesOf } from './code-list';

export const advisoryStatusLabels = {
  draft: 'Draft',
  active: 'Active',
  withdrawn: 'Withdrawn',
} as const;

export type AdvisoryStatus = keyof typeof advisoryStatusLabels;

export const advisoryStatuses = codesOf(advisoryStatusLabels);

/** Whether the text was read at its issuer's, or is known only from what others wrote of it. */
export const confirmationLabels = {
  primary: 'Confirmed at the source',
  secondary: 'Secondary sources only',
  unconfirmed: 'Not confirmed',
} as const;

export type Confirmation = keyof typeof confirmationLabels;

export const confirmations = codesOf(confirmationLabels);

export const bindingLabels = {
  binding: 'Binding',
  guidance: 'Guidance',
} as const;

export type Bindingness = keyof typeof bindingLabels;

export const bindingnesses = codesOf(bindingLabels);
