import { z } from 'zod';
import { idField, textField, urlField } from '@/app/_lib/fields';

const contentHash = z.string().regex(/^[0-9a-f]{64}$/, 'Reload the page and read it again.');

/** One step of one decision, bound to the content that was shown. */
export const stepInput = z.object({ id: idField, contentHash, comment: textField(4000) });

export type StepInput = z.output<typeof stepInput>;

/** One step of everything that waits in a proposal, bound to all that was shown. */
export const proposalStepInput = z.object({
  proposalId: idField,
  digest: contentHash,
  comment: textField(4000),
});

export type ProposalStepInput = z.output<typeof proposalStepInput>;

export const evidenceLinkInput = z.object({
  decisionId: idField,
  url: urlField.refine((url) => url !== '', 'Enter the link.'),
});

export type EvidenceLinkInput = z.output<typeof evidenceLinkInput>;

/** Bytes of one file of evidence. */
export const largestEvidence = 10 * 1024 * 1024;
