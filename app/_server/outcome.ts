import type { z } from 'zod';
import { refusalOf } from './database-refusal';
import type { Outcome } from './refusal';

/** Parses `input`, runs `work` on it, and turns what is wrong with either into words for the person. */
export async function outcomeOf<Schema extends z.ZodType, Value>(
  schema: Schema,
  input: unknown,
  work: (input: z.output<Schema>) => Promise<Value>,
): Promise<Outcome<Value>> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) {
    const fields: Record<string, string> = {};
    for (const issue of parsed.error.issues) fields[issue.path.join('.')] ??= issue.message;
    return { ok: false, kind: 'invalid', message: 'Some fields need another look.', fields };
  }
  try {
    return { ok: true, value: await work(parsed.data) };
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    const { kind, message, fields } = refusal;
    return { ok: false, kind, message, ...(fields && { fields }) };
  }
}
