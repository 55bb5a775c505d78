import type { z } from 'zod';
import type { Permission } from '@/app/_domain/permission';
import { textField } from '@/app/_lib/fields';
import { type Actor, currentActor } from './actor';
import type { Transaction } from './database';
import { mutate } from './mutate';
import type { Outcome } from './refusal';

export type Action<Value> = ((input: unknown, why?: unknown) => Promise<Outcome<Value>>) & {
  permission: Permission;
};

const reasonField = textField(1000);

/**
 * A server action: for whoever is signed in, authorised by `permission`, its input parsed by
 * `schema`. It may be told why; the history keeps that with what is changed.
 */
export function action<Schema extends z.ZodType, Value>(
  permission: Permission,
  schema: Schema,
  work: (transaction: Transaction, input: z.output<Schema>, actor: Actor) => Promise<Value>,
): Action<Value> {
  const run = async (input: unknown, why: unknown = ''): Promise<Outcome<Value>> => {
    const actor = await currentActor();
    if (!actor) {
      return {
        ok: false,
        kind: 'forbidden',
        message: 'You are signed out. Sign in again; what you typed is still here.',
      };
    }
    const reason = reasonField.safeParse(why);
    if (!reason.success) {
      return {
        ok: false,
        kind: 'invalid',
        message: `The reason: ${reason.error.issues[0]?.message}`,
      };
    }
    return mutate(actor, { permission, schema, input, reason: reason.data }, work);
  };
  return Object.assign(run, { permission });
}
