import type { Actor } from '@/app/_server/actor';
import { readAs } from '@/app/_server/database';

export interface Settings {
  marking: string;
  organisation: string;
}

/** The register's own settings, readable by everyone signed in. */
export function readSettings(actor: Actor): Promise<Settings> {
  return readAs(actor, (transaction) =>
    transaction.setting.findUniqueOrThrow({
      where: { id: 1 },
      select: { marking: true, organisation: true },
    }),
  );
}
