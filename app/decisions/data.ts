import type { ChangedFacts } from '@/app/_domain/changed-facts';
import type {
  DecisionAction,
  DecisionBasis,
  DecisionOutcome,
  DecisionState,
  PersonAction,
} from '@/app/_domain/decision';
import type { TableQuery } from '@/app/_lib/table-query';
import type { Actor } from '@/app/_server/actor';
import { readAs, type Transaction } from '@/app/_server/database';
import { recordAct } from '@/app/_server/history-act';
import { pageHolds } from '@/app/_server/page-marking';
import { notFound, Refusal } from '@/app/_server/refusal';
import { type ClassifiedRow, classifiedOf } from '@/app/_server/table-marking';
import { readTablePage } from '@/app/_server/table-page';
import type { EvidenceLinkInput, ProposalStepInput, StepInput } from './schema';
import { type DecisionRow, decisionsTable } from './table';

/** One page of all decisions with its total and counts. */
export function decisionsPage(actor: Actor, query: TableQuery) {
  return readTablePage<DecisionRow>(actor, decisionsTable, query);
}

/** How many decisions wait for this actor: proposed by somebody else and visible. */
export function countWaiting(actor: Actor): Promise<number> {
  return readAs(actor, (transaction) =>
    transaction.decision.count({ where: { state: 'proposed', NOT: { proposedBy: actor.id } } }),
  );
}

/** The story of a deployment so far, or up to a moment: its decisions, oldest first, with their events and evidence. */
export function decisionsOfDeployment(actor: Actor, deploymentId: string, asOf?: string) {
  const work = async (transaction: Transaction) => {
    const decisions = await transaction.decision.findMany({
      where: { deploymentId },
      orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }],
      include: {
        advisory: { select: { id: true, reference: true } },
        events: { orderBy: { id: 'asc' } },
        evidence: { orderBy: { addedAt: 'asc' }, omit: { content: true } },
      },
    });
    return decisions.map((decision) => ({
      ...decision,
      outcome: decision.outcome as DecisionOutcome,
      basis: decision.basis as DecisionBasis,
      state: decision.state as DecisionState,
      facts: decision.facts as Record<string, unknown>,
      changedFacts: decision.changedFacts as ChangedFacts,
      events: decision.events.map((event) => ({
        ...event,
        action: event.action as DecisionEventAction,
        toState: event.toState as DecisionState,
      })),
    }));
  };
  return readAs(actor, work, asOf);
}

/** A step of a decision, or its arrival from another register. */
export type DecisionEventAction = DecisionAction | 'import';

export type DecisionStory = Awaited<ReturnType<typeof decisionsOfDeployment>>[number];

export interface WaitingProposal {
  proposalId: string;
  outcome: DecisionOutcome;
  basisReason: string;
  /** Of how many deployments an active advisory asked for it. */
  advised: number;
  /** How many rest on what has changed since. */
  changed: number;
  rationale: string;
  dueOn: string;
  expiresOn: string;
  proposedBy: string;
  proposedById: string;
  proposedAt: string;
  /** SHA-256 over the content hashes of what waits and is visible: what an approval is bound to. */
  digest: string;
  count: number;
  deployments: {
    id: string;
    product: string;
    supplier: string;
    system: string;
    organisation: string;
    classification: string;
    country: string;
  }[];
}

const digestSql = `encode(sha256(convert_to(string_agg(content_hash, '' order by id), 'UTF8')), 'hex')`;

/** What waits for approval, oldest first; of each proposal the first ten deployments. */
export function waitingProposals(actor: Actor): Promise<WaitingProposal[]> {
  return readAs(actor, async (transaction) => {
    const held = await transaction.$queryRaw<ClassifiedRow[]>`
      select distinct classification_rank as rank, marking from decision_list where state = 'proposed'`;
    pageHolds(held.map(classifiedOf));
    return transaction.$queryRawUnsafe<WaitingProposal[]>(`
      select proposal_id as "proposalId", outcome, max(basis_reason) as "basisReason", max(rationale) as rationale,
        coalesce(max(due_on)::text, '') as "dueOn", coalesce(max(expires_on)::text, '') as "expiresOn",
        max(proposed_by_name) as "proposedBy", proposed_by as "proposedById", to_json(max(proposed_at)) #>> '{}' as "proposedAt",
        ${digestSql} as digest, count(*)::integer as count,
        (count(*) filter (where basis = 'advised'))::integer as advised,
        (count(*) filter (where changed_facts <> '{}'))::integer as changed,
        (array_agg(jsonb_build_object('id', deployment_id, 'product', facts->>'product', 'supplier', facts->>'supplier',
          'system', facts->>'system', 'organisation', facts->>'organisation', 'classification', facts->>'classification',
          'country', facts->>'country_of_origin') order by facts->>'classification' desc, id))[1:10] as deployments
      from decision where state = 'proposed'
      group by proposal_id, outcome, proposed_by
      order by max(proposed_at), proposal_id`);
  });
}

/** Takes one step of a decision; the database refuses what its state or the two-person rule forbids. */
export async function insertStep(
  transaction: Transaction,
  step: PersonAction,
  { id, contentHash, comment }: StepInput,
): Promise<void> {
  const taken = await transaction.$executeRaw`
    insert into decision_event (decision_id, action, to_state, actor_name, comment, content_hash)
    select id, ${step}, '', '', ${comment}, ${contentHash} from decision where id = ${id}::uuid`;
  if (taken === 0) throw notFound('decision');
}

/** Takes one step of everything that waits in a proposal, if it is still what was shown. */
export async function insertProposalStep(
  transaction: Transaction,
  step: PersonAction,
  { proposalId, digest, comment }: ProposalStepInput,
): Promise<{ taken: number }> {
  const [shown] = await transaction.$queryRawUnsafe<{ digest: string | null }[]>(
    `select ${digestSql} as digest from (
       select * from decision where proposal_id = $1::uuid and state = 'proposed') waiting`,
    proposalId,
  );
  if (!shown?.digest) throw notFound('proposal that waits');
  if (shown.digest !== digest) {
    throw new Refusal(
      'conflict',
      'The proposal is not the one that was shown any more. Reload the page and read it again.',
    );
  }
  const taken = await transaction.$executeRaw`
    insert into decision_event (decision_id, action, to_state, actor_name, comment, content_hash)
    select id, ${step}, '', '', ${comment}, content_hash from decision
    where proposal_id = ${proposalId}::uuid and state = 'proposed'`;
  return { taken };
}

export async function insertEvidenceLink(
  transaction: Transaction,
  actor: Actor,
  { decisionId, url }: EvidenceLinkInput,
): Promise<void> {
  await requireDecision(transaction, decisionId);
  await transaction.evidence.create({
    data: { decisionId, kind: 'link', url, addedBy: actor.id, addedByName: actor.name },
    select: { id: true },
  });
}

export interface EvidenceFile {
  decisionId: string;
  fileName: string;
  content: Uint8Array<ArrayBuffer>;
  sha256: string;
}

export async function insertEvidenceFile(
  transaction: Transaction,
  actor: Actor,
  { content, ...file }: EvidenceFile,
): Promise<void> {
  await requireDecision(transaction, file.decisionId);
  await transaction.evidence.create({
    data: {
      ...file,
      kind: 'file',
      content,
      byteCount: content.length,
      addedBy: actor.id,
      addedByName: actor.name,
    },
    select: { id: true },
  });
}

async function requireDecision(transaction: Transaction, id: string): Promise<void> {
  const found = await transaction.decision.findUnique({ where: { id }, select: { id: true } });
  if (!found) throw notFound('decision');
}

/** A file of evidence with its bytes, for handing it out: the history says to whom. */
export function findEvidenceFile(actor: Actor, id: string) {
  return readAs(actor, async (transaction) => {
    const file = await transaction.evidence.findFirst({ where: { id, kind: 'file' } });
    const act = { action: 'download', entity: 'evidence', entityId: id, detail: {} };
    if (file) await recordAct(transaction, act);
    return file;
  });
}
