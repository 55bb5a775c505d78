import { z } from 'zod';
import { idField, textField } from '@/app/_lib/fields';

export const nilReturnInput = z.object({
  advisoryId: idField,
  organisationId: idField,
  statement: textField(4000).refine((text) => text !== '', 'Say what was examined and found.'),
});

export type NilReturnInput = z.output<typeof nilReturnInput>;
