import { type Actor, actorOfJob } from '@/app/_server/actor';
import { refusalOf } from '@/app/_server/database-refusal';
import { type JobData, logJobFailure } from '@/app/_server/jobs';
import { Refusal } from '@/app/_server/refusal';
import { recordRefusal } from '@/app/_server/refusal-record';
import { writtenRows } from '../counts';
import { applyingRefusal, carriesDecisions, findImport, type ImportBatch } from '../data';
import { isJobState, type JobState, jobStates } from '../states';
import * as undoing from '../undo/data';
import * as data from './data';
import { prepare } from './prepare';

type Tell = (share: number, words: string) => Promise<void>;
type Task = (
  connection: data.Connection,
  actor: Actor,
  batch: ImportBatch,
  tell: Tell,
) => Promise<void>;

const tasks: Readonly<Record<JobState, Task>> = {
  rehearsing: rehearse,
  applying: apply,
  undoing: undo,
};

/**
 * Does what the import's state asks for, in one transaction that ends with the next state. Killed
 * at any moment it leaves the state as it was, and whoever runs it again starts afresh; a second
 * run beside the first, or after it, does nothing.
 */
export async function runImportJob({ id, actorId }: JobData): Promise<void> {
  const actor = await actorOfJob(actorId);
  if (!actor) return;
  const batch = await findImport(actor, id).catch((error) => {
    if (error instanceof Refusal) return undefined; // removed, or no longer theirs to see
    throw error;
  });
  if (!batch || !isJobState(batch.state)) return;
  const { state } = batch;
  try {
    // What the import writes bears its id; what undoes it must not.
    const changeId = state === 'applying' ? id : actor.requestId;
    await data.workOn({ actorId: actor.id, changeId }, id, async (connection) => {
      if ((await data.stateOf(connection, id)) !== state) return;
      await tasks[state](connection, actor, batch, progressTeller(actor, id));
    });
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) logJobFailure('import', error);
    if (refusal?.kind === 'forbidden') {
      await recordRefusal(actor, 'import:run', { message: refusal.message });
    }
    const reason =
      refusal?.message ?? 'An unexpected error occurred; the server has logged it. Try again.';
    const states = { from: state, to: jobStates[state].back };
    await data.tellFailure(
      actor,
      id,
      states,
      `${jobStates[state].words} changed nothing: ${reason}`,
    );
  }
}

const tellMilliseconds = 500;

function progressTeller(actor: Actor, id: string): Tell {
  let toldAt = 0;
  let told = '';
  return async (share, words) => {
    if (words === told && Date.now() - toldAt < tellMilliseconds) return;
    [toldAt, told] = [Date.now(), words];
    await data.tellProgress(actor, id, share * 100, words);
  };
}

async function rehearse(
  connection: data.Connection,
  actor: Actor,
  batch: ImportBatch,
  tell: Tell,
): Promise<void> {
  const { reading, counts, compared } = await prepare(connection, actor, batch, tell);
  await data.storeProblems(connection, batch, reading.problems);
  await data.storeRehearsal(connection, batch.id, {
    counts,
    lineCount: reading.lineCount,
    problemCount: reading.problemCount + compared.problems,
    rejectedCount: reading.rejectedCount + compared.lines,
    accessRank: Math.max(reading.accessRank, await data.plannedRank(connection)),
    compartmentId: reading.isUnreadable
      ? data.unknownCompartment
      : await data.plannedCompartment(connection, [...reading.markings]),
    suggested: reading.suggested,
  });
}

async function apply(
  connection: data.Connection,
  actor: Actor,
  batch: ImportBatch,
  tell: Tell,
): Promise<void> {
  const prepared = await prepare(
    connection,
    actor,
    batch,
    (share, words) => tell(share / 2, words),
    () => data.takeWriteLock(connection),
  );
  const { counts, reading, compared, openMatches } = prepared;
  const problemCount = reading.problemCount + compared.problems;
  if (applyingRefusal({ problemCount, counts }, openMatches)) {
    throw new Refusal(
      'conflict',
      'The register is not what it was at the rehearsal. Rehearse again.',
    );
  }
  if (carriesDecisions({ counts }) && batch.uploadedBy === actor.id) {
    throw new Refusal(
      'forbidden',
      'Its decisions have to be let in by somebody who did not upload it.',
    );
  }
  const historyFrom = await data.newestEvent(connection);
  for (const [index, step] of data.writingSteps.entries()) {
    await tell(0.5 + (0.5 * index) / data.writingSteps.length, step.words);
    await data.write(connection, batch.id, step);
  }
  await data.recordAct(connection, 'import', batch, {
    file: batch.fileName,
    sha256: batch.sha256,
    counts,
  });
  const historyTo = await data.newestEvent(connection);
  await data.storeApplied(connection, actor, batch.id, { counts, historyFrom, historyTo });
}

async function undo(
  connection: data.Connection,
  _actor: Actor,
  batch: ImportBatch,
  tell: Tell,
): Promise<void> {
  await tell(0.1, 'Looking for rows that were touched since');
  await data.takeWriteLock(connection);
  const total = await undoing.begin(connection, batch.id);
  if (total !== writtenRows(batch.counts)) {
    throw new Refusal(
      'forbidden',
      'You may not see all the rows that the import wrote, so you cannot undo it.',
    );
  }
  const [blocker] = await undoing.blockers(connection, batch.id, 1);
  if (blocker)
    throw new Refusal(
      'conflict',
      'Rows that it wrote were touched since; they are listed at “Undo”.',
    );
  await tell(0.5, 'Taking the rows back');
  await undoing.write(connection, batch.id);
  await data.recordAct(connection, 'import_undo', batch, { file: batch.fileName, rows: total });
}

/** The worker of the queue of imports. */
export const importWorker = { run: runImportJob, unfinished: data.unfinishedImports };
