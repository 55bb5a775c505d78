import type { ClassificationCode } from '@/app/_domain/classification';
import { type DecisionOutcome, outcomeNeeds } from '@/app/_domain/decision';
import { validateMarkings } from '@/app/_domain/marking';
import type { Facet } from '@/app/_domain/origin';
import { unprefixed } from '@/app/_lib/csv';
import type { CellReading, Staged } from './cells';
import { type FieldName, fields, fieldsOf, isRequired } from './fields';
import type { ImportKind } from './kinds';
import type { Mapping } from './mapping';

export interface CellProblem {
  field: FieldName;
  /** As in the file. */
  value: string;
  reason: string;
  /** Code of the country that may be meant. */
  suggestion?: string;
}

export type LineReading =
  | { ok: true; staged: Staged }
  | { ok: false; problems: CellProblem[]; staged: Staged };

export type LineReader = (cells: readonly string[]) => LineReading;

/** Files repeat themselves, but one with a million versions must not fill the memory. */
const remembered = 20_000;

/** Whose fact it is: how a company is seated and held is the supplier's, the rest the product's. */
const facetsOfSupplier: readonly Facet[] = [
  'incorporation',
  'headquarters',
  'ultimate_parent',
  'significant_shareholder',
  'management',
];

/** Reads the cells of one line of a file of this kind, header and mapping into staging columns. */
export function lineReader(
  header: readonly string[],
  kind: ImportKind,
  mapping: Mapping,
): LineReader {
  const sources = fieldsOf(kind).flatMap((field) => {
    const column = mapping.columns[field];
    const value = mapping.values[field]?.trim();
    const index = column === undefined ? -1 : header.indexOf(column);
    if (index < 0 && value === undefined) return [];
    const read = rememberingReader(field, mapping);
    return [{ field, index, value: value ?? '', read, required: isRequired(field, kind) }];
  });
  const statesMarkings = sources.some(({ field }) => field === 'marking');

  return (cells) => {
    const staged: Staged = {};
    const problems: CellProblem[] = [];
    for (const { field, index, value, read, required } of sources) {
      const text = index < 0 ? value : unprefixed((cells[index] ?? '').trim()).trim();
      if (text === '') {
        if (required)
          problems.push({ field, value: '', reason: 'Missing, and needed on every line.' });
        continue;
      }
      const reading = read(text);
      if (!reading.ok) {
        const { reason, suggestion } = reading;
        problems.push({ field, value: text, reason, ...(suggestion && { suggestion }) });
      } else if (field === 'marking') addMarkings(staged, reading.staged);
      else if (field === 'classification_label') addLabel(staged, reading.staged);
      else Object.assign(staged, reading.staged);
    }
    placeOrigin(staged);
    if (statesMarkings && staged.classification) staged.markings ??= [];
    // What cells say together can only be judged once each could be read.
    if (problems.length === 0)
      problems.push(...markingProblems(staged), ...decisionProblems(staged));
    return problems.length > 0 ? { ok: false, problems, staged } : { ok: true, staged };
  };
}

function rememberingReader(field: FieldName, mapping: Mapping): (text: string) => CellReading {
  const { read } = fields[field];
  const known = new Map<string, CellReading>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const accepted =
      field === 'country_of_origin' ? mapping.accepted[text.toUpperCase()] : undefined;
    // A piece of a text keeps the whole in memory; the copy does not.
    const copy = Buffer.from(text).toString();
    const reading = read(accepted ?? copy);
    if (known.size < remembered) known.set(copy, reading);
    return reading;
  };
}

function addMarkings(staged: Staged, { markings }: Staged): void {
  const before = (staged.markings ?? []) as string[];
  staged.markings = [...new Set([...before, ...(markings as string[])])];
}

/** The label as supplied matters only until the classification is settled. */
function addLabel(staged: Staged, { classification_label: label }: Staged): void {
  if (staged.classification === 'UNSETTLED' && label) staged.classification_label = label;
}

function placeOrigin(staged: Staged): void {
  if (staged.country_of_origin === undefined) {
    delete staged.origin_facet;
    delete staged.origin_source;
    delete staged.origin_confidence;
    return;
  }
  staged.origin_facet ??= 'headquarters';
  const facet = staged.origin_facet as Facet;
  const isOfProduct = !facetsOfSupplier.includes(facet) && staged.product !== undefined;
  staged.origin_subject = isOfProduct ? 'product' : 'supplier';
}

function markingProblems({ classification, markings }: Staged): CellProblem[] {
  if (!classification || !markings) return [];
  const given = markings as string[];
  const reason = validateMarkings(classification as ClassificationCode, given);
  return reason ? [{ field: 'marking', value: given.join('; '), reason }] : [];
}

const decisionFields = [
  'decision_basis',
  'decision_state',
  'rationale',
  'proposed_by',
  'approved_by',
  'decided_at',
  'due_on',
  'expires_on',
] as const satisfies readonly FieldName[];

type DecisionField = 'decision' | (typeof decisionFields)[number];

/** A decision of another register has to be one that could have been made there. */
function decisionProblems(staged: Staged): CellProblem[] {
  const text = (field: DecisionField) => String(staged[field] ?? '');
  const problem = (field: DecisionField, reason: string): CellProblem => ({
    field,
    value: text(field),
    reason,
  });
  const problems: CellProblem[] = [];
  const need = (field: DecisionField, reason: string) => {
    if (text(field) === '') problems.push(problem(field, reason));
  };
  if (text('decision') === '') {
    const stray = decisionFields.find((field) => text(field) !== '');
    return stray
      ? [problem('decision', `Missing, while ${fields[stray].label.toLowerCase()} is given.`)]
      : [];
  }
  need('decision_basis', 'A decision needs its basis, advised or precautionary.');
  need('decision_state', 'A decision needs its state.');
  need('proposed_by', 'A decision needs the name of who proposed it.');
  const outcome = text('decision') as DecisionOutcome;
  if (outcomeNeeds(outcome, 'rationale')) need('rationale', 'This decision needs a reason.');
  if (outcomeNeeds(outcome, 'expiresOn')) need('expires_on', 'This decision needs an expiry date.');
  if (outcomeNeeds(outcome, 'dueOn')) need('due_on', 'This decision needs a due date.');
  if (text('decision_state') === 'proposed') {
    for (const field of ['approved_by', 'decided_at'] as const) {
      if (text(field) !== '')
        problems.push(problem(field, 'What is only proposed is not approved.'));
    }
  } else if (text('decision_state') !== '') {
    need('approved_by', 'A decision past its proposal needs the name of who approved it.');
    need('decided_at', 'A decision past its proposal needs the time of its approval.');
  }
  if (text('approved_by') !== '' && text('approved_by') === text('proposed_by')) {
    problems.push(problem('approved_by', 'Nobody can approve what they proposed.'));
  }
  return problems;
}
