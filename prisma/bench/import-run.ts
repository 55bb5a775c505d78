import type pg from 'pg';
import { sleep } from '../process.ts';
import type { Client } from './client.ts';
import { elapsed } from './figures.ts';

const actions = 'app/imports/actions.ts';

/** Uploads a file and resolves to the import's id. */
export async function uploadFile(
  client: Client,
  name: string,
  content: AsyncIterable<Buffer>,
): Promise<string> {
  const { id } = await client.json<{ id: string }>('/imports/upload', {
    method: 'POST',
    headers: { 'content-type': 'text/csv', 'x-file-name': encodeURIComponent(name) },
    body: content,
  });
  return id;
}

/** Rehearses with the columns that the register suggests; in milliseconds. */
export async function rehearseImport(client: Client, owner: pg.Client, id: string) {
  const { rows } = await owner.query<{ kind: string; mapping: { columns: object } }>(
    'select kind, mapping from import_batch where id = $1',
    [id],
  );
  const [batch] = rows;
  if (!batch) throw new Error('The import is gone.');
  const { kind, mapping } = batch;
  return elapsed(async () => {
    const input = { id, kind, columns: mapping.columns, values: {}, saveAs: '' };
    await client.act(`${actions}#rehearseWith`, `/imports/${id}/mapping`, input);
    await ended(client, id);
  });
}

/** In milliseconds. */
export function applyImport(client: Client, id: string): Promise<number> {
  return elapsed(async () => {
    await client.act(`${actions}#applyImport`, `/imports/${id}`, { id });
    await ended(client, id);
  });
}

/** Waits for the job of an import. @throws Error when it failed */
export async function ended(client: Client, id: string): Promise<void> {
  for (;;) {
    const progress = await client.json<{ state: string; message?: string }>(
      `/imports/${id}/progress`,
    );
    if (progress.state === 'done') return;
    if (progress.state === 'failed') throw new Error(progress.message);
    await sleep(100);
  }
}
