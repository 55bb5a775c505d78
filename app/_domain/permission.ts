import { codesOf } from './code-list';

export const permissionLabels = {
  'register:read': 'Read the register',
  'register:export': 'Export the register',
  'record:write': 'Add and change records',
  'import:run': 'Import files',
  'decision:propose': 'Propose decisions',
  'decision:approve': 'Approve or reject decisions',
  'decision:carry_out': 'Carry out decisions',
  'advisory:write': 'Write advisories',
  'advisory:return': 'Sign returns',
  'history:read': 'Read the history',
  'user:manage': 'Manage users',
  'setting:manage': 'Change settings',
  'account:own': 'Manage the own account',
} as const;

export type Permission = keyof typeof permissionLabels;

export const permissions = codesOf(permissionLabels);

export const roleLabels = {
  administrator: 'Administrator',
  data_steward: 'Data steward',
  risk_officer: 'Risk officer',
  approver: 'Approver',
  auditor: 'Auditor',
} as const;

export type Role = keyof typeof roleLabels;

export const roles = codesOf(roleLabels);

export const roleDescriptions: Readonly<Record<Role, string>> = {
  administrator: 'Manages users and settings, and reads the history.',
  data_steward: 'Keeps suppliers, products, systems and deployments, and imports inventories.',
  risk_officer: 'Keeps records and advisories, proposes decisions and carries them out.',
  approver: 'Approves or rejects what others have proposed.',
  auditor: 'Reads and exports the register and its history, and changes nothing.',
};

export const rolePermissions: Readonly<Record<Role, readonly Permission[]>> = {
  administrator: ['register:read', 'user:manage', 'setting:manage', 'history:read'],
  data_steward: ['register:read', 'register:export', 'record:write', 'import:run'],
  risk_officer: [
    'register:read',
    'register:export',
    'record:write',
    'decision:propose',
    'decision:carry_out',
    'advisory:write',
    'advisory:return',
  ],
  approver: ['register:read', 'register:export', 'decision:approve', 'advisory:return'],
  auditor: ['register:read', 'register:export', 'history:read'],
};

/** Held by whoever is signed in, even before any role is given. */
const everyonesPermissions: readonly Permission[] = ['account:own'];

/** Whether a person who holds these roles, perhaps none yet, has the permission. */
export function can(held: readonly Role[], permission: Permission): boolean {
  return (
    everyonesPermissions.includes(permission) ||
    held.some((role) => rolePermissions[role].includes(permission))
  );
}
