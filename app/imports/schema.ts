import { z } from 'zod';
import { type FieldName, fields } from './fields';
import { type ImportKind, kinds } from './kinds';

const id = z.uuid('The address is not that of an import.');
const kind = z.enum(
  Object.keys(kinds) as [ImportKind, ...ImportKind[]],
  'Choose what the file holds.',
);
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
  answers: z
    .array(z.object({ matchId: z.uuid(), same: z.boolean() }))
    .min(1)
    .max(100_000),
});
export type MatchesInput = z.output<typeof matchesInput>;
