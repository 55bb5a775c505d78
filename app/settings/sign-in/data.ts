import type { z } from 'zod';
import { type Role, roles } from '@/app/_domain/permission';
import type { Actor } from '@/app/_server/actor';
import { readAs, type Transaction } from '@/app/_server/database';
import { Refusal } from '@/app/_server/refusal';
import { singleSignOn } from '@/app/_server/single-sign-on';
import type { signInSettingsInput, singleSignOnInput } from './schema';

const single = { id: 1 };

export interface SignInSettings {
  /** Whoever holds one of these signs in with a second factor. */
  secondFactorRoles: Role[];
  /** Minutes without use after which a session ends. */
  sessionIdleMinutes: number;
  /** Hours after which a session ends, used or not. */
  sessionHours: number;
}

export function readSignInSettings(actor: Actor): Promise<SignInSettings> {
  return readAs(actor, async (transaction) => {
    const found = await transaction.setting.findUniqueOrThrow({
      where: single,
      select: { secondFactorRoles: true, sessionIdleMinutes: true, sessionHours: true },
    });
    return {
      ...found,
      secondFactorRoles: roles.filter((role) => found.secondFactorRoles.includes(role)),
    };
  });
}

export async function updateSignInSettings(
  transaction: Transaction,
  input: z.output<typeof signInSettingsInput>,
): Promise<void> {
  await transaction.setting.update({ where: single, data: input });
}

export interface SingleSignOnSettings {
  /** What people know the provider by; null where the operator has named none. */
  provider: string | null;
  localSignIn: boolean;
  breakGlassId: string | null;
  /** The groups whose members hold the role. */
  groups: Record<Role, string[]>;
  /** Who can be the break-glass account. */
  administrators: { id: string; name: string }[];
}

const activeAdministrator = {
  disabled: false,
  roles: { some: { role: 'administrator' satisfies Role } },
  accounts: { some: { password: { not: null } } },
};

export function readSingleSignOn(actor: Actor): Promise<SingleSignOnSettings> {
  return readAs(actor, async (transaction) => {
    const { localSignIn, breakGlassId } = await transaction.setting.findUniqueOrThrow({
      where: single,
      select: { localSignIn: true, breakGlassId: true },
    });
    const held = await transaction.groupRole.findMany({ orderBy: { groupName: 'asc' } });
    const administrators = await transaction.user.findMany({
      where: activeAdministrator,
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    });
    const groupsOf = (role: Role) =>
      held.filter((group) => group.role === role).map(({ groupName }) => groupName);
    return {
      provider: singleSignOn()?.name ?? null,
      ...{ localSignIn, breakGlassId, administrators },
      groups: Object.fromEntries(roles.map((role) => [role, groupsOf(role)])) as Record<
        Role,
        string[]
      >,
    };
  });
}

export async function updateSingleSignOn(
  transaction: Transaction,
  { localSignIn, breakGlassId, groups }: z.output<typeof singleSignOnInput>,
): Promise<void> {
  if (!localSignIn) await requireAnotherWayIn(transaction, breakGlassId);
  await transaction.setting.update({ where: single, data: { localSignIn, breakGlassId } });
  for (const role of roles) {
    const chosen = groups[role];
    await transaction.groupRole.deleteMany({ where: { role, groupName: { notIn: chosen } } });
    await transaction.groupRole.createMany({
      data: chosen.map((groupName) => ({ groupName, role })),
      skipDuplicates: true,
    });
  }
}

/** Where nobody signs in here any more, the provider has to be there, and somebody for when it is not. */
async function requireAnotherWayIn(
  transaction: Transaction,
  breakGlassId: string | null,
): Promise<void> {
  if (!singleSignOn()) {
    throw new Refusal('conflict', 'No provider of single sign-on is configured.');
  }
  const found =
    breakGlassId &&
    (await transaction.user.findFirst({ where: { id: breakGlassId, ...activeAdministrator } }));
  if (found) return;
  const message = 'Choose an administrator who has a password.';
  throw new Refusal('invalid', 'Nothing was saved.', { breakGlassId: message });
}
