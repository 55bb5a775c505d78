import type { z } from 'zod';
import { uuidPattern } from '@/app/_lib/paging-key';
import type { TableQuery } from '@/app/_lib/table-query';
import type { Actor } from '@/app/_server/actor';
import { readAs, type Transaction } from '@/app/_server/database';
import { notFound, Refusal } from '@/app/_server/refusal';
import { readTablePage } from '@/app/_server/table-page';
import type { groupChange, groupInput } from './schema';
import { type GroupRow, groupsTable } from './table';

export function groupsPage(actor: Actor, query: TableQuery) {
  return readTablePage<GroupRow>(actor, groupsTable, query);
}

export interface Person {
  id: string;
  name: string;
}

export interface Group {
  id: string;
  name: string;
  purpose: string;
  members: readonly Person[];
}

/** The group of that id, or null. */
export async function findGroup(actor: Actor, id: string): Promise<Group | null> {
  if (!uuidPattern.test(id)) return null;
  return readAs(actor, async (transaction) => {
    const group = await transaction.accessGroup.findUnique({
      where: { id },
      select: {
        id: true,
        name: true,
        purpose: true,
        members: { select: { user: { select: { id: true, name: true } } } },
      },
    });
    if (!group) return null;
    const members = group.members.map(({ user }) => user);
    return { ...group, members: members.sort((a, b) => a.name.localeCompare(b.name)) };
  });
}

/** The others who can be members: nobody puts themselves into a group. */
export function memberChoices(actor: Actor): Promise<Person[]> {
  return readAs(actor, (transaction) =>
    transaction.user.findMany({
      where: { disabled: false, id: { not: actor.id } },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    }),
  );
}

/** The groups that the actor may give to a system. */
export function groupChoices(actor: Actor): Promise<Person[]> {
  return readAs(actor, (transaction) =>
    transaction.accessGroup.findMany({
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    }),
  );
}

export async function insertGroup(
  transaction: Transaction,
  { name, purpose, members }: z.output<typeof groupInput>,
  actor: Actor,
): Promise<{ id: string }> {
  await requireFreeName(transaction, name);
  const data = { name, purpose };
  const { id } = await transaction.accessGroup.create({ data, select: { id: true } });
  await saveMembers(transaction, id, members, actor);
  return { id };
}

export async function updateGroup(
  transaction: Transaction,
  { id, name, purpose, members }: z.output<typeof groupChange>,
  actor: Actor,
): Promise<{ id: string }> {
  await requireFreeName(transaction, name, id);
  const { count } = await transaction.accessGroup.updateMany({
    where: { id },
    data: { name, purpose },
  });
  if (count === 0) throw notFound('group');
  await saveMembers(transaction, id, members, actor);
  return { id };
}

async function requireFreeName(
  transaction: Transaction,
  name: string,
  ownId?: string,
): Promise<void> {
  const holder = await transaction.accessGroup.findUnique({
    where: { name },
    select: { id: true },
  });
  if (!holder || holder.id === ownId) return;
  const message = 'There is a group of this name.';
  throw new Refusal('conflict', message, { name: message });
}

// Whether the actor is a member is for others to say.
async function saveMembers(
  transaction: Transaction,
  groupId: string,
  chosen: readonly string[],
  actor: Actor,
): Promise<void> {
  const others = [...new Set(chosen)].filter((id) => id !== actor.id);
  if ((await transaction.user.count({ where: { id: { in: others } } })) < others.length) {
    throw notFound('user');
  }
  await transaction.accessGroupMember.deleteMany({
    where: { groupId, userId: { notIn: [...others, actor.id] } },
  });
  await transaction.accessGroupMember.createMany({
    data: others.map((userId) => ({ groupId, userId })),
    skipDuplicates: true,
  });
}
