import type { z } from 'zod';
import {
  type ClassificationCode,
  type ClassificationRank,
  classificationRank,
} from '@/app/_domain/classification';
import type { SystemPurpose } from '@/app/_domain/system';
import { type Choice, choiceCount } from '@/app/_lib/choice';
import { uuidPattern } from '@/app/_lib/paging-key';
import { defaultQuery, type TableQuery } from '@/app/_lib/table-query';
import { withAsOf } from '@/app/_lib/table-query-changes';
import type { Actor } from '@/app/_server/actor';
import { readAs, type Transaction } from '@/app/_server/database';
import { pageHolds } from '@/app/_server/page-marking';
import { notFound, Refusal } from '@/app/_server/refusal';
import { type ClassifiedRow, classifiedOf } from '@/app/_server/table-marking';
import { readTablePage } from '@/app/_server/table-page';
import { registerPage } from '@/app/register/data';
import { registerTable } from '@/app/register/table';
import type { settlement, systemChange, systemInput } from './schema';
import { type SystemRow, systemsTable } from './table';

export function systemsPage(actor: Actor, query: TableQuery) {
  return readTablePage<SystemRow>(actor, systemsTable, query);
}

/** The first systems of an organisation, and how many there are. */
export function systemsOfOrganisation(actor: Actor, organisation: string) {
  const filters = { organisation: [organisation] };
  return systemsPage(actor, { ...defaultQuery(systemsTable), filters });
}

/** What a system's form holds, now or as at a moment; null when there is none that the actor may see. */
export async function readSystem(actor: Actor, id: string, asOf?: string) {
  if (!uuidPattern.test(id)) return null;
  const work = async (transaction: Transaction) => {
    const system = await transaction.system.findUnique({
      where: { id },
      select: {
        id: true,
        name: true,
        classification: true,
        classificationRank: true,
        classificationLabel: true,
        markings: true,
        purposes: true,
        groupIds: true,
        owner: true,
        notes: true,
        updatedAt: true,
        organisation: { select: { id: true, name: true } },
      },
    });
    return system && { ...system, groups: await visibleGroups(transaction, system.groupIds) };
  };
  const found = await readAs(actor, work, asOf);
  if (!found) return null;
  // In the past the rank is the higher of then and now, whatever the classification was.
  const { classificationRank: rank, ...system } = found;
  pageHolds([{ rank: rank as ClassificationRank, markings: system.markings }]);
  return {
    ...system,
    classification: system.classification as ClassificationCode,
    purposes: system.purposes as SystemPurpose[],
  };
}

export type System = NonNullable<Awaited<ReturnType<typeof readSystem>>>;

/** The first deployments of a system with their decisions, and how many there are or were. */
export function deploymentsOfSystem(actor: Actor, id: string, asOf?: string) {
  const query = { ...defaultQuery(registerTable), filters: { system: [id] } };
  return registerPage(actor, withAsOf(query, asOf));
}

/** Says that the page which is being made offers a picker of all systems that the actor may see. */
export async function holdPickableSystems(actor: Actor): Promise<void> {
  const held = await readAs(
    actor,
    (transaction) => transaction.$queryRaw<ClassifiedRow[]>`
      select distinct classification_rank as rank, array_to_string(markings, '; ') as marking from system`,
  );
  pageHolds(held.map(classifiedOf));
}

/** Systems for a picker: those with the text in the name, or the first of all. */
export function findSystems(transaction: Transaction, text: string): Promise<Choice[]> {
  return transaction.$queryRaw<Choice[]>`
    select s.id as value, s.name || ' · ' || o.name || ' · ' || s.classification as label
    from system s join organisation o on o.id = s.organisation_id
    where ${text} = '' or s.id in (select search_systems(${text}))
    order by starts_with(lower(s.name), lower(${text})) desc, s.name, s.id
    limit ${choiceCount}`;
}

export async function insertSystem(
  transaction: Transaction,
  system: z.output<typeof systemInput>,
  actor: Actor,
): Promise<{ id: string }> {
  await checkSystem(transaction, system, actor);
  return transaction.system.create({ data: system, select: { id: true } });
}

export async function updateSystem(
  transaction: Transaction,
  { id, ...system }: z.output<typeof systemChange>,
  actor: Actor,
): Promise<{ id: string }> {
  const before = await transaction.system.findUnique({
    where: { id },
    select: { classification: true, groupIds: true },
  });
  if (!before) throw notFound('system');
  if (before.classification === 'UNSETTLED' && system.classification !== 'UNSETTLED') {
    const message = 'Settle the classification on the page of the system, where you say why.';
    throw new Refusal('invalid', 'Nothing was changed.', { classification: message });
  }
  await checkSystem(transaction, system, actor);
  // The form does not know of groups that the actor is not in; they stay.
  const known = await visibleGroups(transaction, before.groupIds);
  const unseen = before.groupIds.filter((one) => !known.some((group) => group.id === one));
  const data = { ...system, groupIds: [...new Set([...system.groupIds, ...unseen])] };
  return transaction.system.update({ where: { id }, data, select: { id: true } });
}

/** Gives an unsettled system its UK tier; the reason stands in the history. */
export async function settleSystem(
  transaction: Transaction,
  { id, classification, markings, reason }: z.output<typeof settlement>,
  actor: Actor,
): Promise<void> {
  const system = await transaction.system.findUnique({
    where: { id },
    select: { classification: true },
  });
  if (!system) throw notFound('system');
  if (system.classification !== 'UNSETTLED') {
    throw new Refusal('conflict', 'Somebody has settled this classification already.');
  }
  refuseAboveClearance(classification, actor);
  await refuseUnheldCaveats(transaction, markings, actor);
  await transaction.$queryRaw`select set_config('app.reason', ${reason}, true)`;
  await transaction.system.update({ where: { id }, data: { classification, markings } });
}

/** Removes a system on which nothing is deployed. */
export async function removeSystem(transaction: Transaction, id: string): Promise<void> {
  const deployments = await transaction.deployment.count({ where: { systemId: id } });
  if (deployments > 0) {
    const words = deployments === 1 ? '1 deployment' : `${deployments} deployments`;
    throw new Refusal('conflict', `It has ${words}, so it cannot be deleted.`);
  }
  const { count } = await transaction.system.deleteMany({ where: { id } });
  if (count === 0) throw notFound('system');
}

async function checkSystem(
  transaction: Transaction,
  system: z.output<typeof systemInput>,
  actor: Actor,
): Promise<void> {
  refuseAboveClearance(system.classification, actor);
  await refuseUnheldCaveats(transaction, system.markings, actor);
  await refuseForeignGroups(transaction, system.groupIds, actor);
  const { organisationId } = system;
  if ((await transaction.organisation.count({ where: { id: organisationId } })) === 0) {
    const message = 'Choose an organisation.';
    throw new Refusal('not_found', 'Nothing was changed.', { organisationId: message });
  }
}

/** The database refuses it as well; here it is said at the field. */
function refuseAboveClearance(classification: ClassificationCode, actor: Actor): void {
  if (classificationRank(classification) <= actor.ceiling) return;
  const message = 'You are not cleared for this classification, so you could not see the system.';
  throw new Refusal('forbidden', 'Nothing was changed.', { classification: message });
}

async function refuseUnheldCaveats(
  transaction: Transaction,
  markings: readonly string[],
  actor: Actor,
): Promise<void> {
  const { caveats } = await transaction.setting.findUniqueOrThrow({ where: { id: 1 } });
  const holder = await transaction.user.findUniqueOrThrow({ where: { id: actor.id } });
  const missing = caveats.filter(
    (caveat) => markings.includes(caveat) && !holder.caveats.includes(caveat),
  );
  if (missing.length === 0) return;
  const message = `You do not hold ${missing.join(' or ')}, so you could not see the system.`;
  throw new Refusal('forbidden', 'Nothing was changed.', { markings: message });
}

async function refuseForeignGroups(
  transaction: Transaction,
  groupIds: readonly string[],
  actor: Actor,
): Promise<void> {
  if (groupIds.length === 0) return;
  const groups = [...groupIds];
  const own = await transaction.accessGroupMember.count({
    where: { userId: actor.id, groupId: { in: groups } },
  });
  if (own > 0) return;
  const message = 'You are in none of these groups, so you could not see the system.';
  throw new Refusal('forbidden', 'Nothing was changed.', { groupIds: message });
}

function visibleGroups(
  transaction: Transaction,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  return transaction.accessGroup.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
}
