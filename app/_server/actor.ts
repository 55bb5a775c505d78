import { randomUUID } from 'node:crypto';
import type { Route } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Ceiling } from '@/app/_domain/clearance';
import { can, type Permission, type Role, roles } from '@/app/_domain/permission';
import { requestContext } from '@/prisma/front/request-context';
import { authentication } from './authentication';
import { transactAs } from './database';
import { recordRefusal } from './refusal-record';
import { recordUnknownSession } from './turned-away';

declare const minted: unique symbol;

/** Who is asking, as the session says. Only this file makes one, and every data function demands one. */
export interface Actor {
  readonly [minted]: true;
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  /** 0 nothing, 1 OFFICIAL, 2 SECRET, 3 TOP SECRET; the database decides by its own look-up. */
  readonly ceiling: Ceiling;
  /** Of the organisations that the actor sees, no clearance, caveat or group hides anything. */
  readonly seesEverything: boolean;
  readonly requestId: string;
}

async function actorOf(userId: string): Promise<Actor | null> {
  const context = requestContext();
  const requestId = context?.id ?? randomUUID();
  return transactAs({ actorId: userId, changeId: requestId }, async (transaction) => {
    const user = await transaction.user.findFirst({
      where: { id: userId, disabled: false },
      select: { id: true, name: true, email: true, roles: { select: { role: true } } },
    });
    if (!user) return null;
    if (context) context.actorId = user.id;
    const [row] = await transaction.$queryRaw<
      { ceiling: Ceiling; seesEverything: boolean }[]
    >`select actor_ceiling() as ceiling, actor_sees_everything() as "seesEverything"`;
    const held = user.roles.map(({ role }) => role);
    return {
      id: user.id,
      name: user.name,
      email: user.email,
      roles: roles.filter((role) => held.includes(role)),
      ceiling: row?.ceiling ?? 0,
      seesEverything: row?.seesEverything ?? false,
      requestId,
    } as unknown as Actor;
  });
}

const currentSession = cache(async () => {
  // Asked for first: a page that is made at build time stops here, where nobody is signed in yet.
  const sent = await headers();
  const found = await authentication().api.getSession({ headers: sent });
  if (!found) await recordUnknownSession(sent);
  return found?.session;
});

/** The signed-in person of this request, or null; looked up once per request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const session = await currentSession();
  return session ? actorOf(session.userId) : null;
});

/** Which of the actor's sessions this request belongs to; undefined outside of one. */
export async function currentSessionId(): Promise<string | undefined> {
  return (await currentSession())?.id;
}

/** For background jobs: acts for the person who asked for the job, with their present rights. */
export function actorOfJob(userId: string): Promise<Actor | null> {
  return actorOf(userId);
}

// Once per request, which asks for the page and for its title; and only for who really comes, since
// the browser fetches some pages ahead.
const recordRefusedPage = cache(async (actor: Actor, permission: Permission, page: string) => {
  if (!(await headers()).has('next-router-prefetch')) {
    await recordRefusal(actor, permission, { page });
  }
});

/** For pages: the signed-in person with `permission`; `here` is where signing in leads back to. */
export async function requireActor(permission: Permission, here: string): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) redirect(`/sign-in?next=${encodeURIComponent(here)}` as Route);
  if (!can(actor.roles, permission)) {
    await recordRefusedPage(actor, permission, here.split('?', 1)[0] ?? here);
    redirect('/no-permission');
  }
  return actor;
}
