import type { z } from 'zod';
import type { OrganisationKind } from '@/app/_domain/organisation';
import { type Choice, choiceCount } from '@/app/_lib/choice';
import { uuidPattern } from '@/app/_lib/paging-key';
import type { TableQuery } from '@/app/_lib/table-query';
import type { Actor } from '@/app/_server/actor';
import { readAs, type Transaction } from '@/app/_server/database';
import { notFound, Refusal } from '@/app/_server/refusal';
import { readTablePage } from '@/app/_server/table-page';
import { readDeploymentCounts } from '@/app/register/counts/data';
import type { organisationChange, organisationInput } from './schema';
import { type OrganisationRow, organisationsTable } from './table';

export function organisationsPage(actor: Actor, query: TableQuery) {
  return readTablePage<OrganisationRow>(actor, organisationsTable, query);
}

/** What an organisation's form holds; null when there is none of this id that the actor may see. */
export async function readOrganisation(actor: Actor, id: string) {
  if (!uuidPattern.test(id)) return null;
  const organisation = await readAs(actor, (transaction) =>
    transaction.organisation.findUnique({
      where: { id },
      select: { id: true, name: true, kind: true, updatedAt: true },
    }),
  );
  return organisation && { ...organisation, kind: organisation.kind as OrganisationKind };
}

export function readOrganisationDeployments(actor: Actor, id: string) {
  return readAs(actor, (transaction) =>
    readDeploymentCounts(transaction, { by: 'organisation', id }),
  );
}

/** Whether the actor may add an organisation: who sees only some could not see the new one. */
export function maySeeAllOrganisations(actor: Actor): Promise<boolean> {
  return readAs(actor, seesAllOrganisations);
}

/** Organisations for a picker: those with the text in the name, or the first of all. */
export function findOrganisations(transaction: Transaction, text: string): Promise<Choice[]> {
  return transaction.$queryRaw<Choice[]>`
    select id as value, name as label from organisation
    where not exists (select 1 from search_patterns(${text}) word where name not ilike word)
    order by starts_with(lower(name), lower(${text})) desc, name, id
    limit ${choiceCount}`;
}

export async function insertOrganisation(
  transaction: Transaction,
  organisation: z.output<typeof organisationInput>,
): Promise<{ id: string }> {
  if (!(await seesAllOrganisations(transaction))) {
    throw new Refusal('forbidden', onlyWhoSeesAll);
  }
  return transaction.organisation.create({ data: organisation, select: { id: true } });
}

export async function updateOrganisation(
  transaction: Transaction,
  { id, ...organisation }: z.output<typeof organisationChange>,
): Promise<{ id: string }> {
  const { count } = await transaction.organisation.updateMany({
    where: { id },
    data: organisation,
  });
  if (count === 0) throw notFound('organisation');
  return { id };
}

/** Removes an organisation without systems. */
export async function removeOrganisation(transaction: Transaction, id: string): Promise<void> {
  const systems = await transaction.system.count({ where: { organisationId: id } });
  if (systems > 0) {
    const words = systems === 1 ? '1 system' : `${systems} systems`;
    throw new Refusal('conflict', `It has ${words}. Delete these first.`);
  }
  const { count } = await transaction.organisation.deleteMany({ where: { id } });
  if (count === 0) throw notFound('organisation');
}

export const onlyWhoSeesAll =
  'You see some organisations only, so you cannot add another. Ask somebody who sees all.';

async function seesAllOrganisations(transaction: Transaction): Promise<boolean> {
  const [row] = await transaction.$queryRaw<{ all: boolean }[]>`
    select actor_sees_all_organisations() as all`;
  return row?.all ?? false;
}
