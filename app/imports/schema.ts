import { z } from 'zod';
import { fields, type FieldName, type ImportKind, kinds } from './fields';

export const stateLabels = {
  uploading: 'Being uploaded',
  uploaded: 'Uploaded',
  rehearsing: 'Being rehearsed',
  rehearsed: 'Rehearsed',
  applying: 'Being applied',
  applied: 'Applied',
  undoing: 'Being undone',
  undone: 'Undone',
} as const;

export type ImportState = keyof typeof stateLabels;

/** States in which a background job is at work, and where one that fails leads back to. */
export const jobStates = {
  rehearsing: { back: 'uploaded', words: 'Rehearsal' },
  applying: { back: 'rehearsed', words: 'Applying' },
  undoing: { back: 'applied', words: 'Undoing' },
} as const satisfies Partial<Record<ImportState, { back: ImportState; words: string }>>;

export type JobState = keyof typeof jobStates;

export function isJobState(state: string): state is JobState {
  return Object.hasOwn(jobStates, state);
}

/** Whole files, and the lines and columns of one, that are taken in at most. */
export const largestFile = 2 * 1024 ** 3;

const id = z.uuid('The address is not that of an import.');
const kind = z.enum(Object.keys(kinds) as [ImportKind, ...ImportKind[]], 'Choose what the file holds.');
const field = z.enum(Object.keys(fields) as [FieldName, ...FieldName[]]);
const text = z.string().max(300, 'Use at most 300 characters.');

export const importInput = z.object({ id });
export type ImportInput = z.output<typeof importInput>;

export const mappingInput = z.object({
  id,
  kind,
  columns: z.partialRecord(field, text),
  values: z.partialRecord(field, text),
  /** Name under which to save it for other files; '' not to. */
  saveAs: text.trim(),
});
export type MappingInput = z.output<typeof mappingInput>;

export const matchesInput = z.object({
  id,
  answers: z.array(z.object({ matchId: z.uuid(), same: z.boolean() })).min(1).max(100_000),
});
export type MatchesInput = z.output<typeof matchesInput>;

/** Per kind of record: how many the import makes, changes and leaves as they are. */
export type EntityCounts = Record<'new' | 'changed' | 'unchanged', number>;

export const entityLabels = {
  organisation: 'Organisations',
  supplier: 'Suppliers',
  supplier_alias: 'Other names of suppliers',
  origin_fact: 'Origin facts',
  product: 'Products',
  product_component: 'Embedded components',
  system: 'Systems',
  deployment: 'Deployments',
  decision: 'Decisions',
} as const;

export type Entity = keyof typeof entityLabels;

export type ImportCounts = Partial<Record<Entity, EntityCounts>>;
