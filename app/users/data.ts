import type { z } from 'zod';
import { type Clearance, type ClearanceUntil, takesTwo } from '@/app/_domain/clearance';
import { type Role, roles } from '@/app/_domain/permission';
import { uuidPattern } from '@/app/_lib/paging-key';
import type { TableQuery } from '@/app/_lib/table-query';
import type { Actor } from '@/app/_server/actor';
import { readAs, type Transaction } from '@/app/_server/database';
import { environment } from '@/app/_server/environment';
import { recordAct } from '@/app/_server/history-act';
import { notFound, Refusal } from '@/app/_server/refusal';
import { readTablePage } from '@/app/_server/table-page';
import { newToken, tokenHash } from '@/app/_server/token';
import type { clearanceAnswer, userChange, userInput } from './schema';
import { type UserRow, usersTable } from './table';

export function usersPage(actor: Actor, query: TableQuery) {
  return readTablePage<UserRow>(actor, usersTable, query);
}

/** A clearance that one administrator asked for and another one has to grant. */
export interface AskedClearance extends ClearanceUntil {
  id: string;
  requestedBy: string | null;
  requestedByName: string;
  requestedAt: Date;
}

export interface User {
  id: string;
  name: string;
  email: string;
  disabled: boolean;
  roles: readonly Role[];
  clearance: Clearance;
  /** The last day of the clearance, or null where it does not end. */
  clearanceExpiresOn: Date | null;
  /** What another administrator has yet to grant, or null. */
  asked: AskedClearance | null;
  allOrganisations: boolean;
  caveats: readonly string[];
  /** Those that the reader may see. */
  organisations: readonly { id: string; name: string }[];
  /** Has set a password, or has come by single sign-on. */
  canSignIn: boolean;
  hasSecondFactor: boolean;
  sessions: number;
}

/** The user of that id, or null. */
export async function findUser(actor: Actor, id: string): Promise<User | null> {
  if (!uuidPattern.test(id)) return null;
  return readAs(actor, async (transaction) => {
    const found = await transaction.user.findUnique({
      where: { id },
      include: {
        roles: true,
        accounts: { select: { id: true } },
        requests: { where: { state: 'waiting' } },
        _count: { select: { sessions: { where: { expiresAt: { gt: new Date() } } } } },
      },
    });
    if (!found) return null;
    const organisations = await transaction.organisation.findMany({
      where: { users: { some: { userId: id } } },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    });
    const [row] = await transaction.$queryRaw<{ held: boolean }[]>`
      select has_second_factor(${id}::uuid) as held`;
    const held = found.roles.map(({ role }) => role);
    const { name, email, disabled, clearanceExpiresOn, allOrganisations, caveats } = found;
    const [request] = found.requests;
    return {
      ...{ id, name, email, disabled, clearanceExpiresOn },
      ...{ allOrganisations, organisations, caveats },
      roles: roles.filter((role) => held.includes(role)),
      clearance: found.clearance as Clearance,
      asked: request
        ? {
            ...request,
            clearance: request.clearance as Clearance,
            clearanceExpiresOn: request.expiresOn,
          }
        : null,
      canSignIn: found.accounts.length > 0,
      hasSecondFactor: row?.held ?? false,
      sessions: found._count.sessions,
    };
  });
}

/** The organisations that the reader may see, for choosing whose systems a user sees. */
export function organisationChoices(actor: Actor): Promise<{ id: string; name: string }[]> {
  return readAs(actor, (transaction) =>
    transaction.organisation.findMany({
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    }),
  );
}

/** The caveats of the register, for choosing which a user holds. */
export function caveatChoices(actor: Actor): Promise<string[]> {
  return readAs(actor, readCaveats);
}

/** Users for whom a clearance was asked that the actor may grant. */
export function countClearancesToGrant(actor: Actor): Promise<number> {
  return readAs(actor, (transaction) =>
    transaction.clearanceRequest.count({
      where: { state: 'waiting', requestedBy: { not: actor.id }, userId: { not: actor.id } },
    }),
  );
}

/** A one-time link by which a person sets a password; it is shown once and kept nowhere. */
export interface Invitation {
  link: string;
  expiresAt: Date;
}

export async function insertUser(
  transaction: Transaction,
  input: z.output<typeof userInput>,
): Promise<{ id: string; invitation: Invitation }> {
  await requireFreeEmail(transaction, input.email);
  const { given, asked } = split(notCleared, input);
  const data = { ...columnsOf(input), ...given, caveats: await checkCaveats(transaction, input) };
  const { id } = await transaction.user.create({ data, select: { id: true } });
  if (asked) await askForClearance(transaction, id, asked);
  await saveRoles(transaction, id, input.roles);
  await saveOrganisations(transaction, id, input);
  return { id, invitation: await inviteUser(transaction, id) };
}

export async function updateUser(
  transaction: Transaction,
  { id, ...input }: z.output<typeof userChange>,
): Promise<{ id: string }> {
  await requireFreeEmail(transaction, input.email, id);
  const held = await transaction.user.findUnique({
    where: { id },
    select: { clearance: true, clearanceExpiresOn: true, caveats: true },
  });
  if (!held) throw notFound('user');
  const { given, asked } = split({ ...held, clearance: held.clearance as Clearance }, input);
  const caveats = await checkCaveats(transaction, input, held.caveats);
  await transaction.user.update({
    where: { id },
    data: { ...columnsOf(input), ...given, caveats },
  });
  if (asked) await askForClearance(transaction, id, asked);
  await saveRoles(transaction, id, input.roles);
  await saveOrganisations(transaction, id, input);
  return { id };
}

export async function inviteUser(transaction: Transaction, id: string): Promise<Invitation> {
  const token = newToken();
  const [made] = await transaction.$queryRaw<{ expires_at: Date }[]>`
    select create_invitation(${id}::uuid, ${tokenHash(token)}) as expires_at`;
  if (!made) throw notFound('user');
  const link = `${environment('BASE_URL')}/sign-in/invitation?token=${token}`;
  return { link, expiresAt: made.expires_at };
}

/** A disabled user is signed out everywhere at once. */
export async function setDisabled(
  transaction: Transaction,
  id: string,
  disabled: boolean,
): Promise<void> {
  await transaction.user.update({ where: { id }, data: { disabled } });
  if (disabled) await revokeSessions(transaction, id);
}

export async function revokeSessions(transaction: Transaction, id: string): Promise<void> {
  const { count } = await transaction.session.deleteMany({ where: { userId: id } });
  if (count === 0) return;
  await recordAct(transaction, {
    action: 'revoke_sessions',
    entity: 'user',
    entityId: id,
    detail: { sessions: count },
  });
}

/** For somebody who has lost theirs; signed out everywhere, and led to enrol another where the roles need one. */
export async function removeSecondFactors(transaction: Transaction, id: string): Promise<void> {
  await transaction.$queryRaw`select remove_second_factors(${id}::uuid)::text`;
}

/** Grants what another administrator asked for, or refuses it; of one's own request, withdraws it. */
export async function answerClearance(
  transaction: Transaction,
  { id, granted }: z.output<typeof clearanceAnswer>,
): Promise<void> {
  await transaction.$queryRaw`select decide_clearance(${id}::uuid, ${granted})`;
}

function columnsOf({ name, email, allOrganisations }: z.output<typeof userInput>) {
  return { name, email, allOrganisations };
}

const notCleared: ClearanceUntil = { clearance: 'none', clearanceExpiresOn: null };

/** What is given at once, and what another administrator has to grant. */
function split(
  held: ClearanceUntil,
  { clearance, clearanceExpiresOn }: ClearanceUntil,
): { given: ClearanceUntil; asked?: ClearanceUntil } {
  const wanted = { clearance, clearanceExpiresOn };
  if (clearance === 'none') return { given: notCleared };
  if (!takesTwo(held, wanted)) return { given: wanted };
  const { clearance: former, clearanceExpiresOn: until } = held;
  return { given: { clearance: former, clearanceExpiresOn: until }, asked: wanted };
}

async function askForClearance(
  transaction: Transaction,
  userId: string,
  { clearance, clearanceExpiresOn }: ClearanceUntil,
): Promise<void> {
  const expiresOn = clearanceExpiresOn;
  await transaction.clearanceRequest.create({ data: { userId, clearance, expiresOn } });
}

async function readCaveats(transaction: Transaction): Promise<string[]> {
  const { caveats } = await transaction.setting.findUniqueOrThrow({ where: { id: 1 } });
  return caveats;
}

/** The caveats that were chosen; one that is no longer in use may be kept. */
async function checkCaveats(
  transaction: Transaction,
  { caveats }: z.output<typeof userInput>,
  held: readonly string[] = [],
): Promise<string[]> {
  const known = [...(await readCaveats(transaction)), ...held];
  const chosen = [...new Set(caveats)];
  if (chosen.every((caveat) => known.includes(caveat))) return chosen;
  throw new Refusal('invalid', 'Nothing was changed.', { caveats: 'Choose from the list.' });
}

async function requireFreeEmail(
  transaction: Transaction,
  email: string,
  ownId?: string,
): Promise<void> {
  const holder = await transaction.user.findUnique({ where: { email }, select: { id: true } });
  if (!holder || holder.id === ownId) return;
  const message = 'Somebody else signs in with this address.';
  throw new Refusal('conflict', message, { email: message });
}

async function saveRoles(
  transaction: Transaction,
  userId: string,
  chosen: readonly Role[],
): Promise<void> {
  await transaction.roleAssignment.deleteMany({ where: { userId, role: { notIn: [...chosen] } } });
  await transaction.roleAssignment.createMany({
    data: chosen.map((role) => ({ userId, role })),
    skipDuplicates: true,
  });
}

// Organisations that the administrator may not see stay as they are.
async function saveOrganisations(
  transaction: Transaction,
  userId: string,
  { allOrganisations, organisations }: z.output<typeof userInput>,
): Promise<void> {
  const chosen = allOrganisations ? [] : [...new Set(organisations)];
  const visible = (await transaction.organisation.findMany({ select: { id: true } })).map(
    ({ id }) => id,
  );
  if (!chosen.every((id) => visible.includes(id))) throw notFound('organisation');
  await transaction.userOrganisation.deleteMany({
    where: { userId, organisationId: { in: visible.filter((id) => !chosen.includes(id)) } },
  });
  await transaction.userOrganisation.createMany({
    data: chosen.map((organisationId) => ({ userId, organisationId })),
    skipDuplicates: true,
  });
}
