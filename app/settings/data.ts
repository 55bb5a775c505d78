import type { z } from 'zod';
import type { Actor } from '@/app/_server/actor';
import { readAs, type Transaction } from '@/app/_server/database';
import type { settingsInput } from './schema';

const single = { id: 1 };

export interface Settings {
  /** What every page and file carries at least. */
  marking: string;
  /** Whose register this is, or ''. */
  organisation: string;
  /** Markings that close a system to all who do not hold them. */
  caveats: string[];
  /** When somebody last signed in with the account for emergencies, where others could not. */
  breakGlassUsedAt: Date | null;
}

/** The register's own settings, readable by everyone signed in. */
export function readSettings(actor: Actor): Promise<Settings> {
  return readAs(actor, (transaction) =>
    transaction.setting.findUniqueOrThrow({
      where: single,
      select: { marking: true, organisation: true, caveats: true, breakGlassUsedAt: true },
    }),
  );
}

export async function updateSettings(
  transaction: Transaction,
  input: z.output<typeof settingsInput>,
): Promise<void> {
  await transaction.setting.update({ where: single, data: input });
}
