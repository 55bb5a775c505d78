import { randomUUID } from 'node:crypto';
import type { ClassificationRank } from '@/app/_domain/classification';
import type { SystemPurpose } from '@/app/_domain/system';
import { parseTableQuery, type TableQuery } from '@/app/_lib/table-query';
import type { Actor } from '@/app/_server/actor';
import { readAs, type Transaction } from '@/app/_server/database';
import { pageHolds } from '@/app/_server/page-marking';
import { Refusal } from '@/app/_server/refusal';
import { classifiedOf } from '@/app/_server/table-marking';
import { readTablePage } from '@/app/_server/table-page';
import { keysStatement } from '@/app/_server/table-sql';
import type { ProposalInput, Selection } from './schema';
import { type RegisterRow, registerTable } from './table';

/** One page of the register with its total and counts. */
export function registerPage(actor: Actor, query: TableQuery) {
  return readTablePage<RegisterRow>(actor, registerTable, query);
}

/** Names of the suppliers, products and systems that the query filters by their ids, as far as visible. */
export function namesOfFilters(
  actor: Actor,
  { filters }: TableQuery,
): Promise<Record<'supplier' | 'product' | 'system', Record<string, string>>> {
  const among = (filter: string) => ({
    where: { id: { in: [...(filters[filter] ?? [])] } },
    select: { id: true, name: true },
  });
  const byId = (records: readonly { id: string; name: string }[]) =>
    Object.fromEntries(records.map(({ id, name }) => [id, name]));
  return readAs(actor, async (transaction) => ({
    supplier: byId(await transaction.supplier.findMany(among('supplier'))),
    product: byId(await transaction.product.findMany(among('product'))),
    system: byId(await transaction.system.findMany(among('system'))),
  }));
}

/** The current row of a deployment, or null where there is none that the actor may see. */
export async function findRegisterEntry(actor: Actor, deploymentId: string) {
  const [entry] = await readAs(
    actor,
    (transaction) => transaction.$queryRaw<CurrentEntry[]>`
      select supplier, supplier_id as "supplierId", country_of_origin as "countryOfOrigin", origin_facet as "originFacet",
        origin_source as "originSource", product, product_id as "productId", product_category as "productCategory", version,
        organisation, system, system_id as "systemId", classification, classification_label as "classificationLabel",
        classification_rank as "classificationRank", marking,
        (select purposes from system where id = system_id) as purposes, installations, status, owner, valid_from as "validFrom"
      from register_entry where deployment_id = ${deploymentId}::uuid and valid_to = 'infinity'`,
  );
  if (!entry) return null;
  const { classificationRank, ...shown } = entry;
  pageHolds([classifiedOf({ rank: classificationRank, marking: entry.marking })]);
  return shown;
}

interface CurrentEntry {
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

/**
 * Proposes one decision for each selected deployment, all or none. The facts are frozen from the
 * register as it stands. Returns how many were proposed and how many left out.
 */
export async function insertProposal(
  transaction: Transaction,
  input: ProposalInput,
): Promise<{ proposalId: string; proposed: number; leftOut: number }> {
  const deployments = await selectedDeployments(transaction, input.selection);
  const proposalId = randomUUID();
  const proposed = await transaction.$executeRaw`
    insert into decision (deployment_id, proposal_id, outcome, basis, basis_reason, rationale, due_on, expires_on, facts,
      content_hash, proposed_by_name)
    select e.deployment_id, ${proposalId}::uuid, ${input.outcome}, ${input.basis}, ${input.basisReason}, ${input.rationale},
      ${input.dueOn}::date, ${input.expiresOn}::date,
      jsonb_build_object('supplier', e.supplier, 'product', e.product, 'version', e.version, 'country_of_origin', e.country_of_origin,
        'origin_facet', e.origin_facet, 'origin_source', e.origin_source, 'organisation', e.organisation, 'system', e.system,
        'classification', e.classification, 'marking', e.marking, 'owner', e.owner),
      '', ''
    from register_entry e
    where e.deployment_id = any(${deployments}::uuid[]) and e.valid_to = 'infinity'
      and not (${input.leaveOutWaiting}
        and exists (select 1 from decision d where d.deployment_id = e.deployment_id and d.state = 'proposed'))`;
  if (proposed === 0) {
    throw new Refusal(
      'conflict',
      'Nothing was proposed: each selected row already has a proposal waiting, or is gone.',
    );
  }
  return { proposalId, proposed, leftOut: deployments.length - proposed };
}
