import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { can, permissions, rolePermissions, roles } from './permission';

const anyRoles = fc.subarray([...roles]);
const anyPermission = fc.constantFrom(...permissions);

describe('can', () => {
  it('leaves someone without a role nothing but the own account', () => {
    expect(permissions.filter((permission) => can([], permission))).toEqual(['account:own']);
  });

  it('grants what any of the roles grants, and nothing else', () => {
    fc.assert(
      fc.property(anyRoles, anyPermission, (held, permission) => {
        const granted = held.flatMap((role) => rolePermissions[role]);
        expect(can(held, permission)).toBe(
          permission === 'account:own' || granted.includes(permission),
        );
      }),
    );
  });

  it('never shrinks with another role', () => {
    fc.assert(
      fc.property(anyRoles, anyRoles, anyPermission, (some, more, permission) => {
        if (can(some, permission)) expect(can([...some, ...more], permission)).toBe(true);
      }),
    );
  });
});

describe('rolePermissions', () => {
  it('lets no single role both propose and approve', () => {
    for (const role of roles) {
      expect(can([role], 'decision:propose') && can([role], 'decision:approve')).toBe(false);
    }
  });

  it('lets an auditor read and export only', () => {
    expect(permissions.filter((permission) => can(['auditor'], permission))).toEqual([
      'register:read',
      'register:export',
      'history:read',
      'account:own',
    ]);
  });

  it('leaves no permission without a role that grants it', () => {
    for (const permission of permissions) expect(can([...roles], permission)).toBe(true);
  });
});
