import { codesOf } from './code-list';

export const organisationKindLabels = {
  department: 'Department',
  agency: 'Agency',
  regulator: 'Regulator',
  bank: 'Bank',
  critical_infrastructure: 'Critical infrastructure',
  local_authority: 'Local authority',
  other: 'Other',
} as const;

export type OrganisationKind = keyof typeof organisationKindLabels;

export const organisationKinds = codesOf(organisationKindLabels);
