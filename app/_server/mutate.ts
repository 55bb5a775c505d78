import type { z } from 'zod';
import { can, type Permission } from '@/app/_domain/permission';
import type { Actor } from './actor';
import { actingFor, type Transaction, transactAs } from './database';
import { outcomeOf } from './outcome';
import type { Outcome } from './refusal';
import { recordRefusal } from './refusal-record';

export interface Change<Schema extends z.ZodType> {
  permission: Permission;
  schema: Schema;
  input: unknown;
  /** Why, as the person says it; kept in the history. */
  reason?: string;
}

/**
 * The one way to change the register: authorises, parses, and runs `work` in a transaction under
 * the actor's row-level security, with the actor known to the history triggers. A refusal for want of
 * permission is recorded, and one for a row that is not there or not for the actor's eyes.
 */
export async function mutate<Schema extends z.ZodType, Value>(
  actor: Actor,
  { permission, schema, input, reason }: Change<Schema>,
  work: (transaction: Transaction, input: z.output<Schema>, actor: Actor) => Promise<Value>,
): Promise<Outcome<Value>> {
  const outcome: Outcome<Value> = can(actor.roles, permission)
    ? await outcomeOf(schema, input, (parsed) =>
        transactAs(
          actingFor(actor, reason),
          (transaction) => work(transaction, parsed, actor),
          'change',
        ),
      )
    : { ok: false, kind: 'forbidden', message: 'Your roles do not allow this.' };
  if (!outcome.ok && (outcome.kind === 'forbidden' || outcome.kind === 'not_found')) {
    await recordRefusal(actor, permission, { message: outcome.message });
  }
  return outcome;
}
