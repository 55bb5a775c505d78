import { z } from 'zod';
import { bases, outcomes } from '@/app/_domain/decision';
import { type Proposal, proposalProblems } from '@/app/_domain/proposal';

const longestText = 4000;

export const text = z
  .string()
  .trim()
  .max(longestText, `Keep this under ${longestText} characters.`)
  .refine((value) => !value.includes('\0'), 'Remove the NUL character.');

/** An empty field of a form, or a real date. */
const optionalDate = z
  .union([z.literal(''), z.iso.date('Enter a real date as YYYY-MM-DD.')])
  .transform((value) => value || null);

/** Deployments by id, or all that a query of the register matches. */
const selection = z.union([
  z.object({ ids: z.array(z.uuid()).min(1, 'Select at least one row.').max(1000) }),
  z.object({ query: z.string().max(8000) }),
]);

export type Selection = z.output<typeof selection>;

/** ISO date in UTC. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

export const proposalInput = z
  .object({
    selection,
    outcome: z.enum(outcomes, 'Choose what is to be done.'),
    basis: z.enum(bases, 'Say whether this is advised or precautionary.'),
    basisReason: text,
    rationale: text,
    dueOn: optionalDate,
    expiresOn: optionalDate,
    /** Rows with a proposal waiting are left out; otherwise they refuse the whole. */
    leaveOutWaiting: z.boolean(),
  })
  .superRefine((input, context) => {
    const proposal: Proposal = input;
    for (const [field, message] of Object.entries(proposalProblems(proposal, today()))) {
      context.addIssue({ code: 'custom', path: [field], message });
    }
  });

export type ProposalInput = z.output<typeof proposalInput>;

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
