import { codesOf, labelsOf } from './code-list';
import type { Permission } from './permission';

/** What a script may do by a token, and the permission that its owner needs for it. */
const apiScopeTable = {
  read: { label: 'Read the register', permission: 'register:read' },
  export: { label: 'Export CSV files', permission: 'register:export' },
  import: { label: 'Hand in files to import', permission: 'import:run' },
} as const satisfies Record<string, { label: string; permission: Permission }>;

export type ApiScope = keyof typeof apiScopeTable;

export const apiScopes = codesOf(apiScopeTable);

export const apiScopeLabels = labelsOf(apiScopeTable);

/** The scope in which what needs `permission` lies; undefined where no token reaches. */
export function scopeOf(permission: Permission): ApiScope | undefined {
  return apiScopes.find((scope) => apiScopeTable[scope].permission === permission);
}
