import { z } from 'zod';
import { isIsoDate } from '@/app/_lib/iso-time';
import { rulesInput } from '../schema';

export const previewInput = z.object({
  rules: rulesInput.min(1, 'Write a rule to see what it covers.'),
  /** While it is missing, deadlines count from today. */
  issuedOn: z.string().transform((day) => (isIsoDate(day) ? day : null)),
});

/** What the editor sends while somebody writes. */
export type PreviewValues = z.input<typeof previewInput>;
