import { z } from 'zod';
import {
  type ClassificationCode,
  classificationCodes,
  classifications,
} from '@/app/_domain/classification';
import { parseMarkings, validateMarkings } from '@/app/_domain/marking';
import { systemPurposes } from '@/app/_domain/system';
import { idField, nameField, textField } from '@/app/_lib/fields';

/** All markings together are limited as one text, so that the message stands at their field. */
const markingText = textField(300);

const markingsField = z
  .array(z.string())
  .max(50)
  .superRefine((typed, context) => {
    const { error } = markingText.safeParse(typed.join('; '));
    for (const { message } of error?.issues ?? []) context.addIssue({ code: 'custom', message });
  })
  .transform((typed) => parseMarkings(typed.join(';')));

function refuseMarkings(
  { classification, markings }: { classification: ClassificationCode; markings: string[] },
  context: z.RefinementCtx,
): void {
  const message = validateMarkings(classification, markings);
  if (message) context.addIssue({ code: 'custom', path: ['markings'], message });
}

const systemFields = z.object({
  organisationId: idField,
  name: nameField('Enter the name of the system.'),
  classification: z.enum(classificationCodes, 'Choose a classification.'),
  /** The label as supplied, where it has no UK tier; kept when a person settles it. */
  classificationLabel: textField(100),
  markings: markingsField,
  purposes: z.array(z.enum(systemPurposes)).max(systemPurposes.length, 'A purpose is given twice.'),
  /** Need-to-know groups; where there are any, only their members see the system. */
  groupIds: z.array(idField).max(100),
  owner: textField(200),
  notes: textField(10_000),
});

function refuseMissingLabel(
  system: { classification: ClassificationCode; classificationLabel: string },
  context: z.RefinementCtx,
): void {
  if (system.classification !== 'UNSETTLED' || system.classificationLabel !== '') return;
  const message = 'Enter the label as it was supplied, so that somebody can settle it.';
  context.addIssue({ code: 'custom', path: ['classificationLabel'], message });
}

export const systemInput = systemFields.superRefine(refuseMarkings).superRefine(refuseMissingLabel);

export const systemChange = systemFields
  .extend({ id: idField })
  .superRefine(refuseMarkings)
  .superRefine(refuseMissingLabel);

/** A person's answer to which UK tier a label of another scheme stands for. */
export const settlement = z
  .object({
    id: idField,
    classification: z.enum(classifications, 'Choose a classification.'),
    markings: markingsField,
    reason: nameField('Say why, for those who read the history.', 1000),
  })
  .superRefine(refuseMarkings);
