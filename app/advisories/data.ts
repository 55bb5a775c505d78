import type { z } from 'zod';
import type { AdvisoryStatus, Bindingness, Confirmation } from '@/app/_domain/advisory';
import { noCriteria, type Rule } from '@/app/_domain/rule';
import { type Choice, choiceCount } from '@/app/_lib/choice';
import { uuidPattern } from '@/app/_lib/paging-key';
import type { TableQuery } from '@/app/_lib/table-query';
import type { Actor } from '@/app/_server/actor';
import { readAs, type Transaction } from '@/app/_server/database';
import { pageHolds } from '@/app/_server/page-marking';
import { notFound, Refusal } from '@/app/_server/refusal';
import { type ClassifiedRow, classifiedOf } from '@/app/_server/table-marking';
import { readTablePage } from '@/app/_server/table-page';
import { withRecordedIds } from './named-records/data';
import type { AdvisoryInput, activation, advisoryChange, withdrawal } from './schema';
import { type AdvisoryRow, advisoriesTable } from './table';

export function advisoriesPage(actor: Actor, query: TableQuery) {
  return readTablePage<AdvisoryRow>(actor, advisoriesTable, query);
}

const other = {
  select: { id: true, reference: true, title: true, status: true },
  orderBy: { issuedOn: 'asc' },
} as const;

/** Everything that is, or was, recorded of an advisory itself; null when there is none of this id. */
export async function readAdvisory(actor: Actor, id: string, asOf?: string) {
  if (!uuidPattern.test(id)) return null;
  const work = (transaction: Transaction) =>
    transaction.advisory.findUnique({
      where: { id },
      include: {
        supersedes: { select: other.select },
        amends: { select: other.select },
        supersededBy: other,
        amendedBy: other,
      },
    });
  const advisory = await readAs(actor, work, asOf);
  return (
    advisory && {
      ...advisory,
      issuedOn: advisory.issuedOn.toISOString().slice(0, 10),
      status: advisory.status as AdvisoryStatus,
      bindingness: advisory.bindingness as Bindingness,
      confirmation: advisory.confirmation as Confirmation,
      rules: rulesOf(advisory.rules),
    }
  );
}

export type Advisory = NonNullable<Awaited<ReturnType<typeof readAdvisory>>>;

/** Rules as they are stored; a criterion that is younger than they are is not used by them. */
function rulesOf(stored: unknown): Rule[] {
  return (stored as Rule[]).map((rule) => ({
    ...rule,
    criteria: { ...noCriteria, ...rule.criteria },
  }));
}

/** How many deployments that the actor may see an active advisory judges so, or judged so at a moment. */
export async function readVerdictCounts(actor: Actor, id: string, asOf?: string) {
  const judged = await readAs(
    actor,
    (transaction) => transaction.$queryRaw<(ClassifiedRow & { verdict: string; count: number })[]>`
      select x.verdict, e.classification_rank as rank, e.marking, count(*)::integer as count
      from exposure x join register_entry e on e.deployment_id = x.deployment_id and e.valid_to = 'infinity'
      where x.advisory_id = ${id}::uuid and x.valid_to = 'infinity' group by x.verdict, e.classification_rank, e.marking`,
    asOf,
  );
  pageHolds(judged.map(classifiedOf));
  const total = (verdict: string) =>
    judged.reduce((sum, row) => (row.verdict === verdict ? sum + row.count : sum), 0);
  return {
    in: total('in'),
    cannotTell: total('cannot_tell'),
    noAction: total('out_no_action'),
  };
}

/** Open or carried-out decisions that the actor may see and that rest on the advisory. */
export function countDecisionsResting(actor: Actor, id: string): Promise<number> {
  const state = { in: ['proposed', 'approved', 'in_progress', 'done'] };
  return readAs(actor, (transaction) =>
    transaction.decision.count({ where: { advisoryId: id, state } }),
  );
}

/** Advisories for a picker: those with the text in reference or title, or the latest of all. */
export function findAdvisories(transaction: Transaction, text: string): Promise<Choice[]> {
  return transaction.$queryRaw<Choice[]>`
    select id as value, reference || ' · ' || title as label from advisory entry
    where not exists (select 1 from search_patterns(${text}) word
      where concat_ws(' ', entry.reference, entry.title) not ilike word)
    order by issued_on desc, reference limit ${choiceCount}`;
}

export async function insertAdvisory(
  transaction: Transaction,
  input: AdvisoryInput,
  libraryId = '',
): Promise<{ id: string }> {
  await checkAdvisory(transaction, input, null);
  const rules = await withRecordedIds(transaction, input.rules);
  return transaction.advisory.create({
    data: { ...input, rules: rules as object[], libraryId },
    select: { id: true },
  });
}

/** Changes a draft, or makes the next version of an active advisory. */
export async function updateAdvisory(
  transaction: Transaction,
  { id, seenAt, reason, ...input }: z.output<typeof advisoryChange>,
): Promise<{ id: string }> {
  await lockSeen(transaction, id, seenAt);
  await checkAdvisory(transaction, input, id);
  const rules = await withRecordedIds(transaction, input.rules);
  await giveReason(transaction, reason);
  return transaction.advisory.update({
    where: { id },
    data: { ...input, rules: rules as object[] },
    select: { id: true },
  });
}

/** Puts an advisory into force as the person saw it: from now on it judges the whole register. */
export async function activateAdvisory(
  transaction: Transaction,
  { id, seenAt }: z.output<typeof activation>,
): Promise<void> {
  const { status } = await lockSeen(transaction, id, seenAt);
  if (status === 'active') throw new Refusal('conflict', 'This advisory is active already.');
  await transaction.advisory.update({ where: { id }, data: { status: 'active' } });
}

export async function withdrawAdvisory(
  transaction: Transaction,
  { id, reason }: z.output<typeof withdrawal>,
): Promise<void> {
  await giveReason(transaction, reason);
  const { count } = await transaction.advisory.updateMany({
    where: { id, status: 'active' },
    data: { status: 'withdrawn' },
  });
  if (count === 0) throw new Refusal('conflict', 'Only an active advisory can be withdrawn.');
}

/** Removes a draft that was never active; the database refuses any other. */
export async function removeAdvisory(transaction: Transaction, id: string): Promise<void> {
  const { count } = await transaction.advisory.deleteMany({ where: { id } });
  if (count === 0) throw notFound('advisory');
}

/** Keeps the row from changing under the transaction, and refuses where it has changed already. */
async function lockSeen(transaction: Transaction, id: string, seenAt: string) {
  const [found] = await transaction.$queryRaw<{ status: AdvisoryStatus; seen: boolean }[]>`
    select status, date_trunc('milliseconds', updated_at) = ${seenAt}::timestamptz as seen
    from advisory where id = ${id}::uuid for update`;
  if (!found) throw notFound('advisory');
  if (found.seen) return found;
  throw new Refusal(
    'conflict',
    'Somebody has changed this advisory since you opened it. Load the page again to see the change.',
  );
}

async function giveReason(transaction: Transaction, reason: string): Promise<void> {
  await transaction.$queryRaw`select set_config('app.reason', ${reason}, true)`;
}

async function checkAdvisory(
  transaction: Transaction,
  { reference, supersedesId, amendsId }: AdvisoryInput,
  ownId: string | null,
): Promise<void> {
  const fields: Record<string, string> = {};
  const same = await transaction.advisory.findUnique({ where: { reference } });
  if (same && same.id !== ownId) fields.reference = 'Another advisory has this reference.';
  if (supersedesId !== null && supersedesId === ownId) {
    fields.supersedesId = 'An advisory cannot supersede itself.';
  }
  if (amendsId !== null && amendsId === ownId) {
    fields.amendsId = 'An advisory cannot amend itself.';
  }
  if (Object.keys(fields).length > 0) throw new Refusal('conflict', 'Nothing was saved.', fields);
}
