import { codesOf } from './code-list';

/** What a system is for. Advice may reach a lower classification through its purpose. */
export const systemPurposeLabels = {
  national_security: 'National security',
  foreign_policy: 'Foreign policy',
  defence: 'Defence',
  critical_infrastructure: 'Critical infrastructure',
  public_service: 'Public service',
  corporate: 'Corporate',
  public_safety: 'Public safety',
  physical_security: 'Physical security',
} as const;

export type SystemPurpose = keyof typeof systemPurposeLabels;

export const systemPurposes = codesOf(systemPurposeLabels);
