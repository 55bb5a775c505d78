import { z } from 'zod';

/** Where a check of the history has got to; it is made in parts, each of which takes a moment. */
export const checkCursor = z.object({
  stage: z.enum(['events', 'register']),
  /** The newest event that was found to hold, and its hash. */
  seq: z.string().regex(/^\d{1,18}$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** The newest seal of the register that was found to hold; '' before the first. */
  sealedAt: z.string().max(40),
  seals: z.int().min(0),
});

export type CheckCursor = z.output<typeof checkCursor>;
