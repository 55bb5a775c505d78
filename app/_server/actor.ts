import { randomUUID } from 'node:crypto';
import type { Route } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Ceiling } from '@/app/_domain/clearance';
import { can, type Permission, type Role, roles } from '@/app/_domain/permission';
import { requestContext } from '@/prisma/front/request-context';
import { authentication } from './authentication';
import { prismaClient, transactAs } from './database';
import { recordRefusal } from './refusal-record';
import { keepSession } from './session';
import { tokenHash } from './token';
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
  /** By which the person acts, when not in a session; the history tells it. */
  readonly by?: string;
}

/** Whose password was right, and who cannot act before one more step. */
export interface HalfSignedIn {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly sessionId: string;
  /** To prove who it is by the second factor, or to enrol one. */
  readonly step: 'prove' | 'enrol';
}

type SignedIn = { actor: Actor; half?: never } | { actor?: never; half: HalfSignedIn };

async function signedInAs(
  userId: string,
  { sessionId, by }: { sessionId?: string; by?: string } = {},
): Promise<SignedIn | null> {
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
      { ceiling: Ceiling; seesEverything: boolean; step: HalfSignedIn['step'] | null }[]
    >`select actor_ceiling() as ceiling, actor_sees_everything() as "seesEverything",
        sign_in_step(${sessionId ?? null}::uuid) as step`;
    const { id, name, email } = user;
    if (sessionId && row?.step) return { half: { id, name, email, sessionId, step: row.step } };
    const held = user.roles.map(({ role }) => role);
    const actor = {
      ...{ id, name, email, requestId },
      roles: roles.filter((role) => held.includes(role)),
      ceiling: row?.ceiling ?? 0,
      seesEverything: row?.seesEverything ?? false,
      ...(by && { by }),
    } as unknown as Actor;
    return { actor };
  });
}

const currentSession = cache(async () => {
  // Asked for first: a page that is made at build time stops here, where nobody is signed in yet.
  const sent = await headers();
  const found = await authentication().api.getSession({ headers: sent });
  if (found) await keepSession(found.session);
  else await recordUnknownSession(sent);
  return found?.session;
});

const currentSignIn = cache(async (): Promise<SignedIn | null> => {
  const session = await currentSession();
  return session ? signedInAs(session.userId, { sessionId: session.id }) : null;
});

/** The signed-in person of this request, or null; looked up once per request. */
export async function currentActor(): Promise<Actor | null> {
  return (await currentSignIn())?.actor ?? null;
}

/** The person of this request who has a step left before being signed in, or null. */
export async function halfSignedIn(): Promise<HalfSignedIn | null> {
  return (await currentSignIn())?.half ?? null;
}

/** Which of the actor's sessions this request belongs to; undefined outside of one. */
export async function currentSessionId(): Promise<string | undefined> {
  return (await currentSession())?.id;
}

/** For background jobs: acts for the person who asked for the job, with their present rights. */
export async function actorOfJob(userId: string): Promise<Actor | null> {
  return (await signedInAs(userId))?.actor ?? null;
}

/**
 * Who acts by an API token, with the owner's present rights, and what the token is good for; null for
 * a token that is none. Only `route` asks, which holds each use against the scopes.
 */
export async function actorOfToken(
  token: string,
): Promise<{ actor: Actor; scopes: readonly string[] } | null> {
  const [found] = await prismaClient().$queryRaw<
    { user_id: string; name: string; scopes: string[] }[]
  >`select user_id::text, name, scopes from use_api_token(${tokenHash(token)})`;
  if (!found) return null;
  const signedIn = await signedInAs(found.user_id, { by: `API token: ${found.name}` });
  return signedIn?.actor ? { actor: signedIn.actor, scopes: found.scopes } : null;
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
  if (!actor) {
    const page = (await halfSignedIn()) ? '/sign-in/second-factor' : '/sign-in';
    redirect(`${page}?next=${encodeURIComponent(here)}` as Route);
  }
  if (!can(actor.roles, permission)) {
    await recordRefusedPage(actor, permission, here.split('?', 1)[0] ?? here);
    redirect('/no-permission');
  }
  return actor;
}
