import { z } from 'zod';

/*
 * What a file turned out to be, as the address of the page that judges it: the file itself is not
 * kept, and the page can be reloaded and linked to.
 */

// What PostgreSQL takes as text.
const text = z.string().transform((given) => given.replace(/\p{Cc}/gu, '').toWellFormed());
const count = z.coerce.number().int().nonnegative();

const findings = z.object({
  /** Of the file's bytes, in hex. */
  sha256: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[0-9a-f]{64}$/, 'A SHA-256 has 64 characters, each 0 to 9 or a to f.'),
  look: z
    .object({
      name: text,
      /** Cells of the first line; none where they are too many or too long for columns of ours. */
      columns: text.transform((cells) => (cells === '' ? [] : cells.split(','))),
      rows: count,
      bytes: count,
    })
    .optional(),
});

export type Findings = z.output<typeof findings>;

export type ReadFindings =
  | { ok: true; findings: Findings }
  | { ok: false; given: string; reason: string };

/** The findings of an address; undefined where it asks about no file. */
export function readFindings(params: URLSearchParams): ReadFindings | undefined {
  const given = params.get('sha256');
  if (given === null) return undefined;
  const look = params.has('bytes')
    ? Object.fromEntries(
        ['name', 'columns', 'rows', 'bytes'].map((name) => [name, params.get(name) ?? '']),
      )
    : undefined;
  const parsed = findings.safeParse({ sha256: given, look });
  if (parsed.success) return { ok: true, findings: parsed.data };
  const reason = parsed.error.issues[0]?.message ?? '';
  return { ok: false, given: given.slice(0, 100), reason };
}

export function findingsHref({ sha256, look }: Findings): string {
  const params = new URLSearchParams({ sha256 });
  if (look) {
    params.set('name', look.name);
    params.set('columns', look.columns.join(','));
    params.set('rows', String(look.rows));
    params.set('bytes', String(look.bytes));
  }
  return `/receipts/verify?${params}`;
}
