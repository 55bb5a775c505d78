import { z } from 'zod';
import { bases, outcomes } from '@/app/_domain/decision';
import { type Proposal, proposalProblems } from '@/app/_domain/proposal';

const longestText = 4000;

const text = z
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
