import { z } from 'zod';
import { outcomes } from '@/app/_domain/decision';
import { type Proposal, proposalProblems } from '@/app/_domain/proposal';
import { dayField, idField, textField } from '@/app/_lib/fields';

const text = textField(4000);

/** Deployments by id, or all that a query of the register matches. */
const selection = z.union([
  z.object({ ids: z.array(idField).min(1, 'Select at least one row.').max(1000) }),
  z.object({ query: z.string().max(8000) }),
]);

export type Selection = z.output<typeof selection>;

/** ISO date in UTC. */
function isoDay(day: Date): string;
function isoDay(day: Date | null): string | null;
function isoDay(day: Date | null): string | null {
  return day?.toISOString().slice(0, 10) ?? null;
}

const outcome = z.enum(outcomes, 'Choose what is to be done.');

/** For how many of the selected rows an active advisory asks for the outcome. */
export const adviceInput = z.object({ selection, outcome });

export type AdviceInput = z.output<typeof adviceInput>;

export const proposalInput = z
  .object({
    selection,
    outcome,
    /** Reference of the advisory that it answers; '' leaves it to the register to find one. */
    advisory: textField(100),
    basisReason: text,
    rationale: text,
    dueOn: dayField,
    expiresOn: dayField,
    /** Rows with a proposal waiting are left out; otherwise they refuse the whole. */
    leaveOutWaiting: z.boolean(),
  })
  .superRefine((input, context) => {
    const proposal: Proposal = {
      ...input,
      dueOn: isoDay(input.dueOn),
      expiresOn: isoDay(input.expiresOn),
    };
    for (const [field, message] of Object.entries(proposalProblems(proposal, isoDay(new Date())))) {
      context.addIssue({ code: 'custom', path: [field], message });
    }
  });

export type ProposalInput = z.output<typeof proposalInput>;
