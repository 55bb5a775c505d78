import { z } from 'zod';
import { dayField, idField, nameField, refusePeriodBackwards, urlField } from '@/app/_lib/fields';

/** A percentage, exact to three decimals, as text; null where not known. */
export const shareField = z
  .string()
  .trim()
  .regex(/^(\d{1,3}(\.\d{1,3})?)?$/, 'Enter a percentage such as 51 or 33.333.')
  .refine((share) => Number(share) <= 100, 'A share is at most 100 %.')
  .transform((share) => (share === '' ? null : share));

/** A new ownership link, or with an `id` the change of one. */
export const ownershipInput = z
  .object({
    id: idField.nullable(),
    ownerId: idField,
    ownedId: idField,
    sharePercent: shareField,
    control: z.boolean(),
    validFrom: dayField,
    validTo: dayField,
    source: nameField('Say where this is known from.', 500),
    sourceUrl: urlField,
  })
  .superRefine(refusePeriodBackwards)
  .superRefine(({ ownerId, ownedId }, context) => {
    if (ownerId !== ownedId) return;
    const message = 'A supplier cannot own itself.';
    context.addIssue({ code: 'custom', path: ['ownerId'], message });
    context.addIssue({ code: 'custom', path: ['ownedId'], message });
  });

/** What the form holds. */
export type OwnershipValues = z.input<typeof ownershipInput>;
