import type { ClassificationRank } from '@/app/_domain/classification';
import type { Classified } from '@/app/_domain/marking';
import type { TableQuery } from '@/app/_lib/table-query';
import type { Actor } from '@/app/_server/actor';
import { readAs, type Transaction } from '@/app/_server/database';
import { type Act, recordAct } from '@/app/_server/history-act';
import { enqueue } from '@/app/_server/jobs';
import { pageHolds } from '@/app/_server/page-marking';
import { notFound, Refusal } from '@/app/_server/refusal';
import { readTablePage } from '@/app/_server/table-page';
import { type ImportCounts, writtenRows } from './counts';
import type { ImportKind } from './kinds';
import { emptyMapping, fitsHeader, type Mapping, mappingProblems } from './mapping';
import type { MappingInput, MatchesInput } from './schema';
import type { ImportState, JobState } from './states';
import { type ImportRow, importsTable } from './table';

/** As stored; `suggested` holds words for countries and the codes that may be meant. */
export type StoredMapping = Mapping & { suggested?: Record<string, string> };

/** One page of all imports that the actor may see. */
export function importsPage(actor: Actor, query: TableQuery) {
  return readTablePage<ImportRow>(actor, importsTable, query);
}

/** One import with what its columns hold, in this program's types. */
export async function findImport(actor: Actor, id: string) {
  const batch = await readAs(actor, (transaction) => batchOf(transaction, id));
  if (!batch) throw notFound('import');
  pageHolds([classifiedAsFile(actor, batch)]);
  return batch;
}

export type ImportBatch = Awaited<ReturnType<typeof findImport>>;

/** Until the rehearsal knows, a file may hold whatever its reader may see. */
export function classifiedAsFile(
  { ceiling }: Actor,
  { accessRank }: { accessRank: number },
): Classified {
  const rank = Math.max(Math.min(accessRank, ceiling), 1) as ClassificationRank;
  return { rank, markings: [] };
}

async function batchOf(transaction: Transaction, id: string) {
  const batch = await transaction.importBatch.findUnique({ where: { id } });
  return (
    batch && {
      ...batch,
      byteCount: Number(batch.byteCount),
      kind: batch.kind as ImportKind,
      state: batch.state as ImportState,
      mapping: { ...emptyMapping, ...(batch.mapping as unknown as Partial<StoredMapping>) },
      counts: batch.counts as ImportCounts,
    }
  );
}

/** A step of an import for the history, open to those who are cleared for what the file holds. */
export function importAct(
  action: string,
  { id, accessRank, compartmentId }: { id: string; accessRank: number; compartmentId: number },
  detail: Record<string, unknown>,
): Act {
  return { action, entity: 'import_batch', entityId: id, detail, accessRank, compartmentId };
}

/** For whoever hands out the rejected lines of a file. */
export function recordRejectedExport(actor: Actor, batch: ImportBatch): Promise<void> {
  return readAs(actor, (transaction) =>
    recordAct(transaction, importAct('export', batch, { rejectedLines: batch.rejectedCount })),
  );
}

/** The beginning of the file, as bytes. */
export async function readBeginning(actor: Actor, id: string): Promise<Uint8Array> {
  const chunk = await readAs(actor, (transaction) =>
    transaction.importChunk.findFirst({ where: { importId: id, ordinal: 0 } }),
  );
  return chunk?.content ?? new Uint8Array();
}

export function findProblems(actor: Actor, id: string, page: { after: bigint; size: number }) {
  return readAs(actor, (transaction) =>
    transaction.importProblem.findMany({
      where: { importId: id, id: { gt: page.after } },
      orderBy: { id: 'asc' },
      take: page.size,
    }),
  );
}

/** The problems of some lines, both ends included. */
export function findProblemsOfLines(actor: Actor, id: string, lines: { from: number; to: number }) {
  return readAs(actor, (transaction) =>
    transaction.importProblem.findMany({
      where: { importId: id, line: { gte: lines.from, lte: lines.to } },
      orderBy: { id: 'asc' },
    }),
  );
}

export function findMatches(actor: Actor, id: string) {
  return readAs(actor, (transaction) =>
    transaction.importMatch.findMany({
      where: { importId: id },
      orderBy: [{ score: 'desc' }, { name: 'asc' }, { candidate: 'asc' }],
    }),
  );
}

export function countOpenMatches(actor: Actor, id: string): Promise<number> {
  return readAs(actor, (transaction) =>
    transaction.importMatch.count({ where: { importId: id, same: null } }),
  );
}

export type SupplierMatch = Awaited<ReturnType<typeof findMatches>>[number];

/** Saved mappings whose columns the header has. */
export async function findSavedMappings(actor: Actor, header: readonly string[]) {
  const saved = await readAs(actor, (transaction) =>
    transaction.importMapping.findMany({ orderBy: { name: 'asc' } }),
  );
  return saved
    .map(({ id, name, kind, mapping }) => ({
      id,
      name,
      kind: kind as ImportKind,
      mapping: { ...emptyMapping, ...(mapping as unknown as Partial<Mapping>) },
    }))
    .filter(({ mapping }) => fitsHeader(mapping, header));
}

/** Stores how the file is to be read and asks for its rehearsal. */
export async function saveMapping(
  transaction: Transaction,
  actor: Actor,
  { id, kind, columns, values, saveAs }: MappingInput,
): Promise<void> {
  const batch = await batchOf(transaction, id);
  if (!batch) throw notFound('import');
  const mapping: Mapping = { columns, values, accepted: batch.mapping.accepted };
  const problems = mappingProblems(mapping, kind, batch.header);
  if (Object.keys(problems).length > 0) {
    throw new Refusal('invalid', 'The file cannot be read like this.', problems);
  }
  if (saveAs) {
    const kept = { kind, mapping: { columns, values } };
    await transaction.importMapping.upsert({
      where: { name: saveAs },
      create: { name: saveAs, ...kept },
      update: kept,
    });
  }
  await transaction.importBatch.update({ where: { id }, data: { kind, mapping: { ...mapping } } });
  await recordAct(transaction, importAct('import_map', batch, { kind, columns, values }));
  await requestRehearsal(transaction, actor, id);
}

/** Lets the suggested countries stand for the words in the file, and asks for the rehearsal. */
export async function acceptSuggestions(
  transaction: Transaction,
  actor: Actor,
  id: string,
): Promise<void> {
  const batch = await batchOf(transaction, id);
  if (!batch) throw notFound('import');
  const { suggested = {}, ...mapping } = batch.mapping;
  const accepted = { ...mapping.accepted, ...suggested };
  await transaction.importBatch.update({
    where: { id },
    data: { mapping: { ...mapping, accepted } },
  });
  await recordAct(transaction, importAct('import_accept', batch, { countries: suggested }));
  await requestRehearsal(transaction, actor, id);
}

/** Stores which names mean the same supplier; asks for the rehearsal once all are settled. */
export async function settleMatches(
  transaction: Transaction,
  actor: Actor,
  { id, answers }: MatchesInput,
): Promise<{ open: number }> {
  const same = answers.filter((answer) => answer.same).map(({ matchId }) => matchId);
  const different = answers.filter((answer) => !answer.same).map(({ matchId }) => matchId);
  const matches = transaction.importMatch;
  await matches.updateMany({
    where: { importId: id, id: { in: different } },
    data: { same: false },
  });
  await matches.updateMany({ where: { importId: id, id: { in: same } }, data: { same: true } });
  // A name belongs to one supplier: the others it resembles are then different ones.
  await transaction.$executeRaw`
    update import_match m set same = false
    where m.import_id = ${id}::uuid and m.same is null
      and exists (select 1 from import_match s where s.import_id = m.import_id and s.name = m.name and s.same)`;
  const [twice] = await transaction.$queryRaw<{ name: string }[]>`
    select name from import_match where import_id = ${id}::uuid and same group by name having count(*) > 1 limit 1`;
  if (twice) throw new Refusal('invalid', `“${twice.name}” cannot be the same as two suppliers.`);
  const settled = await matches.findMany({
    where: { importId: id, id: { in: [...same, ...different] } },
    select: { name: true, candidate: true, same: true },
    orderBy: [{ name: 'asc' }, { candidate: 'asc' }],
  });
  const batch = await batchOf(transaction, id);
  if (!batch) throw notFound('import');
  await recordAct(transaction, importAct('import_settle', batch, { answers: settled }));
  const open = await matches.count({ where: { importId: id, same: null } });
  if (open === 0) await requestRehearsal(transaction, actor, id);
  return { open };
}

export function requestRehearsal(transaction: Transaction, actor: Actor, id: string) {
  return request(transaction, actor, id, 'rehearsing', ['uploaded', 'rehearsed']);
}

/** Asks for a rehearsed file to be applied. `asApprover`: to let in the decisions that it carries. */
export async function requestApplying(
  transaction: Transaction,
  actor: Actor,
  { id, asApprover }: { id: string; asApprover: boolean },
): Promise<void> {
  const batch = await batchOf(transaction, id);
  if (!batch) throw notFound('import');
  const open = await transaction.importMatch.count({ where: { importId: id, same: null } });
  const reason = applyingRefusal(batch, open);
  if (reason) throw new Refusal('conflict', reason);
  if (carriesDecisions(batch)) {
    if (!asApprover)
      throw new Refusal('forbidden', 'The file carries decisions: an approver has to apply it.');
    if (batch.uploadedBy === actor.id) {
      throw new Refusal(
        'forbidden',
        'You uploaded this file. Another approver has to let its decisions in.',
      );
    }
  } else if (asApprover) {
    throw new Refusal('forbidden', 'The file carries no decisions; a data steward applies it.');
  }
  await request(transaction, actor, id, 'applying', ['rehearsed']);
}

export function carriesDecisions({ counts }: Pick<ImportBatch, 'counts'>): boolean {
  return (counts.decision?.new ?? 0) > 0;
}

/** Why a rehearsed file cannot be applied, or undefined. */
export function applyingRefusal(
  { problemCount, counts }: Pick<ImportBatch, 'problemCount' | 'counts'>,
  openMatches: number,
): string | undefined {
  if (problemCount > 0) return 'The file has problems. Mend it and upload it again.';
  if (openMatches > 0) return 'Names of suppliers are still to be settled.';
  return writtenRows(counts) === 0 ? 'The register already has all that the file says.' : undefined;
}

export function requestUndoing(transaction: Transaction, actor: Actor, id: string) {
  return request(transaction, actor, id, 'undoing', ['applied']);
}

async function request(
  transaction: Transaction,
  actor: Actor,
  id: string,
  state: JobState,
  from: ImportState[],
): Promise<void> {
  const { count } = await transaction.importBatch.updateMany({
    where: { id, state: { in: from } },
    data: { state, progress: 0, message: '', requestedBy: actor.id },
  });
  if (count === 0) {
    const found = await transaction.importBatch.findUnique({ where: { id }, select: { id: true } });
    if (!found) throw notFound('import');
    throw new Refusal(
      'conflict',
      'Somebody else is at work on this import, or it is past this step. Reload the page.',
    );
  }
  await enqueue(transaction, 'import', { id, actorId: actor.id });
}

/** Removes an import that changed nothing, with its file. */
export async function removeImport(transaction: Transaction, id: string): Promise<void> {
  const batch = await batchOf(transaction, id);
  const { count } = await transaction.importBatch.deleteMany({
    where: { id, state: { in: ['uploading', 'uploaded', 'rehearsed'] } },
  });
  if (!batch || count === 0)
    throw new Refusal('conflict', 'An import that is at work or was applied cannot be removed.');
  await recordAct(transaction, importAct('import_remove', batch, { file: batch.fileName }));
}
