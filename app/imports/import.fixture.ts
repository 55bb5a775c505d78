import { defaultQuery } from '@/app/_lib/table-query';
import type { Actor } from '@/app/_server/actor';
import {
  actingFor,
  connectAs,
  copyOut,
  type Transaction,
  transactAs,
} from '@/app/_server/database';
import { csvStatement } from '@/app/_server/table-csv-sql';
import { registerTable } from '@/app/register/table';
import { findImport, findProblems, requestApplying, requestUndoing, saveMapping } from './data';
import { runImportJob } from './job/run';
import type { ImportKind } from './kinds';
import { type Mapping, suggestColumns } from './mapping';
import { receiveFile } from './upload/receive';

async function* once(bytes: Uint8Array) {
  yield bytes;
}

export function upload(actor: Actor, content: string | Uint8Array, name = 'file.csv') {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return receiveFile(actor, name, once(bytes));
}

export function change<Value>(actor: Actor, work: (transaction: Transaction) => Promise<Value>) {
  return transactAs(actingFor(actor), work);
}

export interface Rehearsal {
  kind?: ImportKind;
  columns?: Mapping['columns'];
  values?: Mapping['values'];
  name?: string;
}

/** Uploads and rehearses a file with the suggested columns, or those given. */
export async function rehearse(
  actor: Actor,
  content: string | Uint8Array,
  { kind, columns, values = {}, name = 'file.csv' }: Rehearsal = {},
) {
  const { id } = await upload(actor, content, name);
  const uploaded = await findImport(actor, id);
  const chosen = kind ?? uploaded.kind;
  await change(actor, (transaction) =>
    saveMapping(transaction, actor, {
      id,
      kind: chosen,
      columns: columns ?? suggestColumns(uploaded.header, chosen),
      values,
      saveAs: '',
    }),
  );
  return finish(actor, id);
}

/** Runs the job that the import waits for, and reads what came of it. */
export async function finish(actor: Actor, id: string) {
  await runImportJob({ id, actorId: actor.id });
  const batch = await findImport(actor, id);
  const problems = await findProblems(actor, id, { after: 0n, size: 1000 });
  return {
    ...batch,
    problems: problems.map(({ line, columnName, value, reason }) => ({
      line,
      column: columnName,
      value,
      reason,
    })),
  };
}

export async function apply(actor: Actor, id: string, asApprover = false) {
  await change(actor, (transaction) => requestApplying(transaction, actor, { id, asApprover }));
  return finish(actor, id);
}

export async function undo(actor: Actor, id: string) {
  await change(actor, (transaction) => requestUndoing(transaction, actor, id));
  return finish(actor, id);
}

/** Rehearses and applies. */
export async function take(actor: Actor, content: string | Uint8Array, rehearsal?: Rehearsal) {
  const { id, state, message, problems } = await rehearse(actor, content, rehearsal);
  if (state !== 'rehearsed' || problems.length > 0) {
    throw new Error(`Not rehearsed: ${state} ${message} ${JSON.stringify(problems)}`);
  }
  return apply(actor, id);
}

/** The register's own CSV, as the actor sees it. */
export async function exportedRegister(actor: Actor): Promise<string> {
  return connectAs(actingFor(actor), async (connection) => {
    const pieces: Buffer[] = [];
    const bytes = copyOut(connection, csvStatement(registerTable, defaultQuery(registerTable)));
    for await (const piece of bytes) pieces.push(piece);
    return Buffer.concat(pieces).toString();
  });
}
