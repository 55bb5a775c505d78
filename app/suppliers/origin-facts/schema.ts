import { z } from 'zod';
import { countryCodes } from '@/app/_domain/country';
import { confidences, facets } from '@/app/_domain/origin';
import { dayField, idField, nameField, refusePeriodBackwards, urlField } from '@/app/_lib/fields';
import { unknownCountry } from './country-choices';

/** A new fact, or with an `id` the change of one, about the supplier or the product of `subjectId`. */
export const originFactInput = z
  .object({
    id: idField.nullable(),
    subject: z.enum(['supplier', 'product']),
    subjectId: idField,
    facet: z.enum(facets, 'Choose what the fact is about.'),
    country: z
      .enum([...countryCodes, unknownCountry], 'Choose a country, or that it is stated as unknown.')
      .transform((code) => (code === unknownCountry ? null : code)),
    source: nameField('Say where this is known from.', 500),
    sourceUrl: urlField,
    confidence: z.enum(confidences, 'Choose how sure this is.'),
    validFrom: dayField,
    validTo: dayField,
  })
  .superRefine(refusePeriodBackwards);

/** What the form holds. */
export type OriginFactValues = z.input<typeof originFactInput>;
