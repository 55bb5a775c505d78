import type { z } from 'zod';
import { can, type Permission } from '@/app/_domain/permission';
import type { Actor } from './actor';
import { actingFor, type Transaction, transactAs } from './database';
import { outcomeOf } from './outcome';
import type { Outcome } from './refusal';

export interface Change<Schema extends z.ZodType> {
  permission: Permission;
  schema: Schema;
  input: unknown;
}

/**
 * The one way to change the register: authorises, parses, and runs `work` in a transaction under
 * the actor's row-level security, with the actor known to the history triggers.
 */
export async function mutate<Schema extends z.ZodType, Value>(
  actor: Actor,
  { permission, schema, input }: Change<Schema>,
  work: (transaction: Transaction, input: z.output<Schema>, actor: Actor) => Promise<Value>,
): Promise<Outcome<Value>> {
  if (!can(actor.roles, permission)) {
    return { ok: false, kind: 'forbidden', message: 'Your roles do not allow this.' };
  }
  return outcomeOf(schema, input, (parsed) =>
    transactAs(actingFor(actor), (transaction) => work(transaction, parsed, actor)),
  );
}
