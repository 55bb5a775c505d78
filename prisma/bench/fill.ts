import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import type { Client } from './client.ts';
import { type Estate, supplierName } from './estate.ts';
import { applyImport, rehearseImport, uploadFile } from './import-run.ts';
import { inventoryFile } from './inventory-file.ts';

/** Milliseconds, and how many advisories are in force. */
export type FillFigures = { upload: number; rehearsal: number; apply: number; advisories: number };

type Filling = { estate: Estate; owner: pg.Client; client: Client; dataFolder: string };

const mostLinks = 50;
const libraryIds = [
  'ncsc-2017-12-01',
  'ncsc-2022-03-29',
  'uk-cctv-2022-11-24',
  'ndaa-2018-1634',
  'ndaa-2019-889',
] as const;

/** Fills an empty register by its own import; of one filled before, says how that went. */
export async function fillRegister(filling: Filling): Promise<FillFigures> {
  const record = join(filling.dataFolder, 'filled.json');
  if (existsSync(record)) return JSON.parse(readFileSync(record, 'utf8'));
  const { estate, owner, client } = filling;
  console.log(`Filling a register with ${estate.deployments} deployments …`);
  const begin = performance.now();
  const id = await uploadFile(client, 'inventory.csv', inventoryFile(estate));
  const upload = performance.now() - begin;
  const rehearsal = await rehearseImport(client, owner, id);
  const apply = await applyImport(client, id);
  await linkOwners(filling);
  const figures = { upload, rehearsal, apply, advisories: await activateAll(filling) };
  writeFileSync(record, JSON.stringify(figures));
  return figures;
}

/** Some suppliers belong to others, of whichever country. */
async function linkOwners({ estate, owner, client }: Filling): Promise<void> {
  const links = Math.min(mostLinks, Math.floor(estate.suppliers / 20));
  for (let link = 0; link < links; link += 1) {
    const ownedId = await supplierId(owner, supplierName(link * 20 + 1));
    const ownerId = await supplierId(owner, supplierName(link * 20 + 5));
    await saveOwner(client, { ownerId, ownedId });
  }
}

export function saveOwner(
  client: Client,
  { ownerId, ownedId }: { ownerId: string; ownedId: string },
): Promise<unknown> {
  return client.act('app/suppliers/ownership/actions.ts#saveOwnership', `/suppliers/${ownedId}`, {
    ...{ id: null, ownerId, ownedId, sharePercent: '60', control: true },
    ...{ validFrom: '', validTo: '', source: 'Register of shareholders (made up)', sourceUrl: '' },
  });
}

export async function supplierId(owner: pg.Client, name: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>('select id from supplier where name = $1', [
    name,
  ]);
  if (!rows[0]) throw new Error(`There is no supplier ${name}.`);
  return rows[0].id;
}

/** Where one cannot be put into force, the others are not tried; says so and gives how many are. */
async function activateAll(filling: Filling): Promise<number> {
  let active = 0;
  try {
    for (const libraryId of libraryIds) {
      await activate(filling, libraryId);
      active += 1;
    }
  } catch (error) {
    const total = libraryIds.length;
    console.error(
      `Only ${active} of ${total} advisories are in force: ${(error as Error).message}`,
    );
  }
  return active;
}

async function activate({ owner, client }: Filling, libraryId: string): Promise<void> {
  const { id } = await client.act<{ id: string }>(
    'app/advisories/library/actions.ts#adoptEntry',
    '/advisories/library',
    { libraryId },
  );
  await activateAdvisory(client, owner, id);
}

export async function activateAdvisory(client: Client, owner: pg.Client, id: string) {
  const { rows } = await owner.query<{ at: Date }>(
    'select updated_at as at from advisory where id = $1',
    [id],
  );
  const seenAt = rows[0]?.at.toISOString();
  await client.act('app/advisories/actions.ts#activateAdvisory', `/advisories/${id}`, {
    id,
    seenAt,
  });
}
