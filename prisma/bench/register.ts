import { join } from 'node:path';
import pg from 'pg';
import { createAccount } from '../accounts.ts';
import { serve } from '../launch/serve.ts';
import { keptSecret } from '../secret.ts';
import { Client } from './client.ts';
import { type Estate, estateOf } from './estate.ts';
import { type FillFigures, fillRegister } from './fill.ts';

/** A register of one size, filled, and served by the production build. */
export type BenchRegister = {
  estate: Estate;
  baseUrl: string;
  ownerUrl: string;
  /** The owner's connection, which no row-level security slows down. */
  owner: pg.Client;
  processes: { web: number; database?: number };
  /** May do everything, and is cleared for all. */
  client: Client;
  password: string;
  /** How filling it went; that of an earlier run where its folder was kept. */
  filled: FillFigures;
};

export const benchPerson = 'bench@example.test';

/** Opens the register of this size under `folder`, and fills it where it is empty. */
export async function openRegister(
  deployments: number,
  folder: string,
  stopping: AbortSignal,
  resources: AsyncDisposableStack,
): Promise<BenchRegister> {
  const dataFolder = join(folder, String(deployments));
  // Kept as a real register is, so that every change waits for the disk.
  const { baseUrl, ownerUrl, processes } = await serve(
    { mode: 'start', dataFolder, stopping },
    resources,
  );
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  resources.defer(() => owner.end());
  const password = keptSecret(dataFolder, 'bench-password');
  await ensureAccount(owner, benchPerson, password);
  const client = await Client.signedIn(baseUrl, benchPerson, password);
  resources.defer(() => client.close());
  const estate = estateOf(deployments);
  const filled = await fillRegister({ estate, owner, client, dataFolder });
  return { estate, baseUrl, ownerUrl, owner, processes, client, password, filled };
}

export async function ensureAccount(
  owner: pg.Client,
  email: string,
  password: string,
): Promise<void> {
  const { rowCount } = await owner.query('select from "user" where email = $1', [email]);
  if (rowCount) return;
  await createAccount(owner, {
    name: `Measurer ${email.split('@')[0]}`,
    email,
    password,
    roles: ['data_steward', 'risk_officer', 'auditor'],
    clearanceRank: 3,
    allOrganisations: true,
  });
}
