import { randomUUID } from 'node:crypto';
import type { ClassificationRank } from '@/app/_domain/classification';
import { reasonProblem } from '@/app/_domain/proposal';
import type { SystemPurpose } from '@/app/_domain/system';
import { uuidPattern } from '@/app/_lib/paging-key';
import { parseTableQuery, type TableQuery } from '@/app/_lib/table-query';
import type { Actor } from '@/app/_server/actor';
import { readAs, type Transaction } from '@/app/_server/database';
import { pageHolds } from '@/app/_server/page-marking';
import { Refusal } from '@/app/_server/refusal';
import { classifiedOf } from '@/app/_server/table-marking';
import { readTablePage } from '@/app/_server/table-page';
import { keysStatement } from '@/app/_server/table-sql';
import type { AdviceInput, ProposalInput, Selection } from './schema';
import { type RegisterRow, registerTable } from './table';

/** One page of the register with its total and counts. */
export function registerPage(actor: Actor, query: TableQuery) {
  return readTablePage<RegisterRow>(actor, registerTable, query);
}

/** Names of the suppliers, products and systems that the query filters by their ids, as far as visible. */
export function namesOfFilters(
  actor: Actor,
  { filters, asOf }: TableQuery,
): Promise<Record<'supplier' | 'product' | 'system', Record<string, string>>> {
  const among = (filter: string) => ({
    where: { id: { in: [...(filters[filter] ?? [])] } },
    select: { id: true, name: true },
  });
  const byId = (records: readonly { id: string; name: string }[]) =>
    Object.fromEntries(records.map(({ id, name }) => [id, name]));
  const work = async (transaction: Transaction) => ({
    supplier: byId(await transaction.supplier.findMany(among('supplier'))),
    product: byId(await transaction.product.findMany(among('product'))),
    system: byId(await transaction.system.findMany(among('system'))),
  });
  return readAs(actor, work, asOf);
}

/** The row of a deployment, now or as at a moment; null where there is none that the actor may see. */
export async function findRegisterEntry(actor: Actor, deploymentId: string, asOf?: string) {
  if (!uuidPattern.test(deploymentId)) return null;
  const [entry] = await readAs(
    actor,
    (transaction) => transaction.$queryRaw<Entry[]>`
      select deployment_id as id, supplier, supplier_id as "supplierId", country_of_origin as "countryOfOrigin", origin_facet as "originFacet",
        origin_source as "originSource", product, product_id as "productId", product_category as "productCategory", version,
        organisation, system, system_id as "systemId", classification, classification_label as "classificationLabel",
        classification_rank as "classificationRank", marking,
        (select purposes from system where id = system_id) as purposes, installations, status, owner, valid_from as "validFrom"
      from register_entry where deployment_id = ${deploymentId}::uuid and valid_to = 'infinity'`,
    asOf,
  );
  if (!entry) return null;
  const { classificationRank, ...shown } = entry;
  pageHolds([classifiedOf({ rank: classificationRank, marking: entry.marking })]);
  return shown;
}

interface Entry {
  id: string;
  supplier: string;
  supplierId: string;
  countryOfOrigin: string;
  originFacet: string;
  originSource: string;
  product: string;
  productId: string;
  productCategory: string;
  version: string;
  organisation: string;
  system: string;
  systemId: string;
  classification: string;
  classificationLabel: string;
  classificationRank: ClassificationRank;
  marking: string;
  purposes: SystemPurpose[];
  installations: number;
  status: string;
  owner: string;
  validFrom: Date;
}

const largestProposal = 100_000;

async function selectedDeployments(
  transaction: Transaction,
  selection: Selection,
): Promise<string[]> {
  if ('ids' in selection) return selection.ids;
  const parsed = parseTableQuery(registerTable, new URLSearchParams(selection.query));
  if (!parsed.ok || parsed.query.asOf) {
    throw new Refusal(
      'invalid',
      'The selection cannot be understood any more. Select the rows again.',
    );
  }
  const { text, values } = keysStatement(registerTable, parsed.query, largestProposal + 1);
  const rows = await transaction.$queryRawUnsafe<{ key: string }[]>(text, ...values);
  if (rows.length > largestProposal) {
    throw new Refusal(
      'invalid',
      `Propose for at most ${largestProposal} deployments at once. Filter further.`,
    );
  }
  return rows.map(({ key }) => key);
}

/** For how many deployments of a selection active advisories ask for an outcome, and which they are. */
export interface Advice {
  count: number;
  advised: number;
  /** References of those that ask for it. */
  advisories: string[];
  /** The earliest deadline that advisories set for any of them, as an ISO date; '' where there is none. */
  dueOn: string;
}

/** What active advisories say to the outcome for the deployments, as far as the actor may see them. */
export async function readAdvice(
  transaction: Transaction,
  { selection, outcome }: AdviceInput,
): Promise<Advice> {
  const deployments = await selectedDeployments(transaction, selection);
  const [advice] = await transaction.$queryRaw<Advice[]>`
    select count(distinct e.deployment_id)::integer as count,
      (count(distinct e.deployment_id) filter (where x.advisory_id is not null))::integer as advised,
      coalesce(array_agg(distinct a.reference) filter (where a.id is not null), '{}') as advisories,
      coalesce((min(e.advised_due_on) filter (where e.advised_due_on < 'infinity'))::text, '') as "dueOn"
    from register_entry e
    left join exposure x on x.deployment_id = e.deployment_id and x.valid_to = 'infinity'
      and x.verdict <> 'cannot_tell' and action_answers(x.action, ${outcome})
    left join advisory a on a.id = x.advisory_id
    where e.deployment_id = any(${deployments}::uuid[]) and e.valid_to = 'infinity'`;
  if (!advice) throw new Error('A count gives one row.');
  return advice;
}

/**
 * Proposes one decision for each selected deployment, all or none. The facts are frozen from the
 * register as it stands; the database says of each whether it is advised or precautionary. Returns how
 * many were proposed and how many left out.
 */
export async function insertProposal(
  transaction: Transaction,
  input: ProposalInput,
): Promise<{ proposalId: string; proposed: number; leftOut: number }> {
  const deployments = await selectedDeployments(transaction, input.selection);
  const { count, advised } = await readAdvice(transaction, input);
  const problem = reasonProblem(
    input.outcome,
    { count, precautionary: count - advised },
    input.basisReason,
  );
  if (problem) throw new Refusal('invalid', 'A reason is needed.', { basisReason: problem });
  const proposalId = randomUUID();
  const proposed = await transaction.$executeRaw`
    insert into decision (deployment_id, proposal_id, outcome, basis, basis_reason, rationale, due_on, expires_on, advisory_id,
      facts, content_hash, proposed_by_name)
    select f.deployment_id, ${proposalId}::uuid, ${input.outcome}, 'precautionary', ${input.basisReason}, ${input.rationale},
      ${input.dueOn}::date, ${input.expiresOn}::date, (select id from advisory where reference = ${input.advisory}),
      f.facts, '', ''
    from decision_facts(${deployments}::uuid[]) f
    where not (${input.leaveOutWaiting}
      and exists (select 1 from decision d where d.deployment_id = f.deployment_id and d.state = 'proposed'))`;
  if (proposed === 0) {
    throw new Refusal(
      'conflict',
      'Nothing was proposed: each selected row already has a proposal waiting, or is gone.',
    );
  }
  return { proposalId, proposed, leftOut: deployments.length - proposed };
}
