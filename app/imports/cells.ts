import { parseClassification } from '@/app/_domain/classification';
import { parseCountry } from '@/app/_domain/country';
import { parseMarkings } from '@/app/_domain/marking';
import { supplierNameKey } from '@/app/_domain/supplier-name';
import type { CopyValue } from '@/app/_lib/copy-text';
import { isIsoDate, utcInstant } from '@/app/_lib/iso-time';
import { uuidPattern } from '@/app/_lib/paging-key';

/** Columns of the table import_line, apart from the line's number; see prisma/sql/70-import-lines.sql. */
export const stagedColumns = [
  'deployment_id',
  'supplier',
  'supplier_key',
  'supplier_aliases',
  'alias_keys',
  'supplier_website',
  'origin_subject',
  'country_of_origin',
  'origin_facet',
  'origin_source',
  'origin_confidence',
  'product',
  'product_category',
  'components',
  'components_source',
  'organisation',
  'organisation_kind',
  'system',
  'classification',
  'classification_label',
  'markings',
  'purposes',
  'system_owner',
  'version',
  'installations',
  'status',
  'owner',
  'decision',
  'decision_basis',
  'decision_state',
  'rationale',
  'proposed_by',
  'approved_by',
  'decided_at',
  'due_on',
  'expires_on',
] as const;

export type StagedColumn = (typeof stagedColumns)[number];

/** What a line says; a column that is absent says nothing. */
export type Staged = Partial<Record<StagedColumn, CopyValue>>;

export type CellReading =
  | { ok: true; staged: Staged }
  | { ok: false; reason: string /** Offered in the cell's place. */; suggestion?: string };

/** Reads a cell that is not empty, without blanks at its ends. */
export type CellReader = (text: string) => CellReading;

const staged = (columns: Staged): CellReading => ({ ok: true, staged: columns });
const problem = (reason: string): CellReading => ({ ok: false, reason });

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u001f\u007f-\u009f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above, without tab and line ends
const controlsInProse = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/** Names are indexed, and an index entry holds 2,700 bytes. */
const longestName = 300;
const longestProse = 10_000;

function textProblem(text: string, longest: number, forbidden: RegExp): string | undefined {
  if (text.length > longest) return `Longer than ${longest} characters.`;
  return forbidden.test(text) ? 'Holds a control character or a line end.' : undefined;
}

/** A name or another text of one line. */
export function textCell(column: StagedColumn): CellReader {
  return (text) => {
    const found = textProblem(text, longestName, controls);
    return found ? problem(found) : staged({ [column]: text });
  };
}

export function proseCell(column: StagedColumn): CellReader {
  return (text) => {
    const found = textProblem(text, longestProse, controlsInProse);
    return found ? problem(found) : staged({ [column]: text });
  };
}

export const supplierCell: CellReader = (text) => {
  const found = textProblem(text, longestName, controls);
  if (found) return problem(found);
  return staged({ supplier: text, supplier_key: supplierNameKey(text) });
};

function listOf(text: string): string[] {
  const parts = text.split(';').map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}

/** Names separated by semicolons. */
export function listCell(column: StagedColumn, more?: (names: string[]) => Staged): CellReader {
  return (text) => {
    const names = listOf(text);
    for (const name of names) {
      const found = textProblem(name, longestName, controls);
      if (found) return problem(found);
    }
    return staged({ [column]: names, ...more?.(names) });
  };
}

/** A code of a closed list, by itself or by its words: `in_use`, `In use`. */
export function codeCell(
  column: StagedColumn,
  labels: Readonly<Record<string, string>>,
  codes: readonly string[] = Object.keys(labels),
): CellReader {
  const known = codesByWords(labels, codes);
  return (text) => {
    const code = known.get(wordsKey(text));
    return code ? staged({ [column]: code }) : problem(notOneOf(text, codes));
  };
}

export function codeListCell(
  column: StagedColumn,
  labels: Readonly<Record<string, string>>,
): CellReader {
  const codes = Object.keys(labels);
  const known = codesByWords(labels, codes);
  return (text) => {
    const words = listOf(text);
    const unknown = words.find((word) => !known.has(wordsKey(word)));
    if (unknown !== undefined) return problem(notOneOf(unknown, codes));
    // In the list's own order, so that the same set is the same value.
    const chosen = new Set(words.map((word) => known.get(wordsKey(word))));
    return staged({ [column]: codes.filter((code) => chosen.has(code)) });
  };
}

function codesByWords(labels: Readonly<Record<string, string>>, codes: readonly string[]) {
  return new Map(
    codes.flatMap((code) => [
      [wordsKey(code), code] as const,
      [wordsKey(labels[code] ?? code), code] as const,
    ]),
  );
}

function wordsKey(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function notOneOf(text: string, codes: readonly string[]): string {
  return `“${text}” is not one of ${codes.join(', ')}.`;
}

/** Words for an unknown country say nothing; a suggestion is for a person to accept. */
export const countryCell: CellReader = (text) => {
  const parsed = parseCountry(text);
  switch (parsed.kind) {
    case 'country':
      return staged({ country_of_origin: parsed.code });
    case 'unknown':
      return staged({});
    case 'suggestion':
      return { ok: false, reason: parsed.reason, suggestion: parsed.code };
    case 'problem':
      return problem(parsed.reason);
  }
};

export const classificationCell: CellReader = (text) => {
  const parsed = parseClassification(text);
  if (!parsed.ok) return problem(parsed.reason);
  const { classification, label, markings } = parsed;
  return staged({
    classification,
    ...(classification === 'UNSETTLED' && label !== '' && { classification_label: label }),
    ...(markings.length > 0 && { markings }),
  });
};

export const markingCell: CellReader = (text) => staged({ markings: parseMarkings(text) });

export const uuidCell: CellReader = (text) =>
  uuidPattern.test(text)
    ? staged({ deployment_id: text.toLowerCase() })
    : problem('Not an identifier of this register, such as 3f0c7d0e-52f5-4b8e-9d3b-0f6a1c2d3e4f.');

export const installationsCell: CellReader = (text) =>
  /^\d{1,9}$/.test(text)
    ? staged({ installations: Number(text) })
    : problem('Not a whole number from 0 to 999999999, written without separators.');

export function dateCell(column: StagedColumn): CellReader {
  return (text) =>
    isIsoDate(text)
      ? staged({ [column]: text })
      : problem('Not a date such as 2026-12-31 (year, month, day).');
}

export const instantCell: CellReader = (text) => {
  const instant = utcInstant(text);
  return instant
    ? staged({ decided_at: instant })
    : problem('Not a time with its zone such as 2026-12-31T09:30:00Z.');
};

const webAddress = /^https?:\/\/[^\s<>"]+$/i;

export const websiteCell: CellReader = (text) =>
  webAddress.test(text) && text.length <= 2000
    ? staged({ supplier_website: text })
    : problem('Not a web address that begins with https:// or http://.');

export const aliasesCell = listCell('supplier_aliases', (names) => ({
  alias_keys: names.map(supplierNameKey),
}));
