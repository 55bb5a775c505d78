import type { z } from 'zod';
import { type Role, roles } from '@/app/_domain/permission';
import type { Actor } from '@/app/_server/actor';
import { readAs, type Transaction } from '@/app/_server/database';
import type { signInSettingsInput } from './schema';

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
