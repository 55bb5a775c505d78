import { codesOf } from './code-list';

export const deploymentStatusLabels = {
  planned: 'Planned',
  in_use: 'In use',
  retired: 'Retired',
} as const;

export type DeploymentStatus = keyof typeof deploymentStatusLabels;

export const deploymentStatuses = codesOf(deploymentStatusLabels);
