import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { type HalfSignedIn, halfSignedIn } from './actor';
import { type Transaction, transactAs } from './database';
import { outcomeOf } from './outcome';
import type { Outcome } from './refusal';

/**
 * A server action for whoever has given the password and has `step` left to do; nobody else, and
 * nothing of the register, is reached by it.
 */
export function signInStep<Schema extends z.ZodType, Value>(
  step: HalfSignedIn['step'],
  schema: Schema,
  work: (transaction: Transaction, input: z.output<Schema>, person: HalfSignedIn) => Promise<Value>,
) {
  const run = async (input: unknown): Promise<Outcome<Value>> => {
    const person = await halfSignedIn();
    if (person?.step !== step) {
      return { ok: false, kind: 'forbidden', message: 'This has taken too long. Sign in again.' };
    }
    return outcomeOf(schema, input, (parsed) =>
      transactAs({ actorId: person.id, changeId: randomUUID() }, (transaction) =>
        work(transaction, parsed, person),
      ),
    );
  };
  return Object.assign(run, { permission: null });
}
