import { can, type Permission } from '@/app/_domain/permission';
import { type Actor, currentActor } from './actor';
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

/**
 * A route handler: for whoever is signed in, authorised by `permission`, as often as its cost allows;
 * refusals answer as JSON with 4xx. What another site sends does not come this far, see the front.
 */
export function route<Context = unknown>(
  permission: Permission,
  handler: Handler<Context>,
  cost: RouteCost = 'read',
) {
  const run = async (request: Request, context: Context): Promise<Response> => {
    const actor = await currentActor();
    const wait = await takeUse(cost, actor);
    if (wait) return tooMany(wait);
    if (!actor) return refuse(401, 'Sign in first.');
    if (!can(actor.roles, permission)) {
      const message = 'Your roles do not allow this.';
      await recordRefusal(actor, permission, { message });
      return refuse(403, message);
    }
    try {
      return await handler(request, actor, context);
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal) throw error;
      if (refusal.kind === 'forbidden' || refusal.kind === 'too_large') {
        await recordRefusal(actor, permission, { message: refusal.message });
      }
      return refusalResponse(refusal);
    }
  };
  return Object.assign(run, { permission });
}
