import { scopeOf } from '@/app/_domain/api-scope';
import { can, type Permission } from '@/app/_domain/permission';
import { type Actor, actorOfToken, currentActor } from './actor';
import { refusalOf } from './database-refusal';
import type { Outcome, RefusalKind } from './refusal';
import { recordRefusal } from './refusal-record';
import { type RouteCost, takeUse } from './request-limit';

type Handler<Context> = (request: Request, actor: Actor, context: Context) => Promise<Response>;

type Refused = Pick<Extract<Outcome<unknown>, { ok: false }>, 'kind' | 'message' | 'fields'>;

const statusOf: Record<RefusalKind, number> = {
  invalid: 400,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
};

function refuse(status: number, message: string, detail?: Record<string, unknown>): Response {
  return Response.json({ message, ...detail }, { status });
}

/** The answer that a refusal stands for. */
export function refusalResponse({ kind, message, fields }: Refused): Response {
  return refuse(statusOf[kind], message, fields && { fields });
}

function tooMany(seconds: number): Response {
  const message = `That was too often. Try again in ${seconds} seconds.`;
  return Response.json({ message }, { status: 429, headers: { 'Retry-After': String(seconds) } });
}

/** The token of `Authorization: Bearer`, by which alone such a request is judged; else undefined. */
function bearerToken(request: Request): string | undefined {
  const [, token] = /^Bearer\b *(.*)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  return token;
}

type Caller = { actor: Actor; scopes?: readonly string[] };

async function callerOf(request: Request): Promise<Caller | null> {
  const token = bearerToken(request);
  if (token !== undefined) return actorOfToken(token);
  const actor = await currentActor();
  return actor && { actor };
}

/** Why the caller may not do this, or undefined. */
function objection({ actor, scopes }: Caller, permission: Permission): string | undefined {
  const scope = scopeOf(permission);
  if (scopes && !(scope && scopes.includes(scope)))
    return 'The scopes of the token do not allow this.';
  return can(actor.roles, permission) ? undefined : 'Your roles do not allow this.';
}

/**
 * A route handler: for whoever is signed in or shows an API token, authorised by `permission`, as often
 * as its cost allows; refusals answer as JSON with 4xx. What another site sends does not come this far,
 * see the front.
 */
export function route<Context = unknown>(
  permission: Permission,
  handler: Handler<Context>,
  cost: RouteCost = 'read',
) {
  const run = async (request: Request, context: Context): Promise<Response> => {
    const caller = await callerOf(request);
    const wait = await takeUse(cost, caller?.actor ?? null);
    if (wait) return tooMany(wait);
    if (!caller) {
      return Response.json(
        { message: 'Sign in first, or send a valid token.' },
        { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } },
      );
    }
    const { actor } = caller;
    const message = objection(caller, permission);
    if (message) {
      await recordRefusal(actor, permission, { message });
      return refuse(403, message);
    }
    try {
      return await handler(request, actor, context);
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal) throw error;
      // What is sent in is looked at, and whoever sends what cannot be taken in may be trying.
      if (refusal.kind === 'forbidden' || cost === 'upload') {
        await recordRefusal(actor, permission, { message: refusal.message });
      }
      return refusalResponse(refusal);
    }
  };
  return Object.assign(run, { permission });
}
