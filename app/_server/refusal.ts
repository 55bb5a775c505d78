export type RefusalKind = 'invalid' | 'forbidden' | 'not_found' | 'conflict' | 'too_large';

/** What a server action answers; `fields` name the form's fields with what is wrong in each. */
export type Outcome<Value> =
  | { ok: true; value: Value }
  | { ok: false; kind: RefusalKind; message: string; fields?: Record<string, string> };

/** Thrown inside a change to refuse it with a message for the person; everything is rolled back. */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly fields: Record<string, string> | undefined;

  constructor(kind: RefusalKind, message: string, fields?: Record<string, string>) {
    super(message);
    this.name = 'Refusal';
    this.kind = kind;
    this.fields = fields;
  }
}

/** The refusal for a row that does not exist or that the actor may not see: both answer alike. */
export function notFound(what: string): Refusal {
  return new Refusal('not_found', `There is no such ${what}, or you may not see it.`);
}
