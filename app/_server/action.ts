import type { z } from 'zod';
import type { Permission } from '@/app/_domain/permission';
import { type Actor, currentActor } from './actor';
import type { Transaction } from './database';
import { mutate } from './mutate';
import type { Outcome } from './refusal';

export type Action<Value> = ((input: unknown) => Promise<Outcome<Value>>) & {
  permission: Permission;
};

/** A server action: for whoever is signed in, authorised by `permission`, its input parsed by `schema`. */
export function action<Schema extends z.ZodType, Value>(
  permission: Permission,
  schema: Schema,
  work: (transaction: Transaction, input: z.output<Schema>, actor: Actor) => Promise<Value>,
): Action<Value> {
  const run = async (input: unknown): Promise<Outcome<Value>> => {
    const actor = await currentActor();
    if (!actor) {
      return {
        ok: false,
        kind: 'forbidden',
        message: 'You are signed out. Sign in again; what you typed is still here.',
      };
    }
    return mutate(actor, { permission, schema, input }, work);
  };
  return Object.assign(run, { permission });
}
