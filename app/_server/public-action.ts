import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { nobody, type Transaction, transactAs } from './database';
import { outcomeOf } from './outcome';
import type { Outcome } from './refusal';

/**
 * A server action that needs no session, for one-time links. Its transaction acts for nobody, so
 * that row-level security shows it no row of the register.
 */
export function publicAction<Schema extends z.ZodType, Value>(
  schema: Schema,
  work: (transaction: Transaction, input: z.output<Schema>) => Promise<Value>,
) {
  const run = (input: unknown): Promise<Outcome<Value>> =>
    outcomeOf(schema, input, (parsed) =>
      transactAs({ actorId: nobody, changeId: randomUUID() }, (transaction) =>
        work(transaction, parsed),
      ),
    );
  return Object.assign(run, { permission: null });
}
