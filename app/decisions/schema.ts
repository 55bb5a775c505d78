import { z } from 'zod';

const longestText = 4000;

const text = z
  .string()
  .trim()
  .max(longestText, `Keep this under ${longestText} characters.`)
  .refine((value) => !value.includes('\0'), 'Remove the NUL character.');

const contentHash = z.string().regex(/^[0-9a-f]{64}$/, 'Reload the page and read it again.');

/** One step of one decision, bound to the content that was shown. */
export const stepInput = z.object({ id: z.uuid(), contentHash, comment: text });

export type StepInput = z.output<typeof stepInput>;

/** One step of everything that waits in a proposal, bound to all that was shown. */
export const proposalStepInput = z.object({
  proposalId: z.uuid(),
  digest: contentHash,
  comment: text,
});

export type ProposalStepInput = z.output<typeof proposalStepInput>;

export const evidenceLinkInput = z.object({
  decisionId: z.uuid(),
  url: z
    .url({ protocol: /^https?$/, error: 'Enter an address that begins with https:// or http://.' })
    .max(2000),
});

export type EvidenceLinkInput = z.output<typeof evidenceLinkInput>;

/** Bytes of one file of evidence. */
export const largestEvidence = 10 * 1024 * 1024;
