import { codesOf } from './code-list';

/** What is to have happened by a deadline, in the order in which it usually comes. */
export const deadlineStepLabels = {
  identify: 'Identify',
  report: 'Report',
  plan: 'Plan',
  stop_procurement: 'Stop procurement',
  begin: 'Begin',
  complete: 'Complete',
  status_report: 'Status report',
} as const;

export type DeadlineStep = keyof typeof deadlineStepLabels;

export const deadlineSteps = codesOf(deadlineStepLabels);

/** On a day, some days after the advisory was issued, or again every so many days after the issue. */
export type Deadline = { step: DeadlineStep } & (
  | { kind: 'date'; date: string }
  | { kind: 'after_issue'; days: number }
  | { kind: 'every'; days: number }
);

export const deadlineKindLabels = {
  date: 'On a day',
  after_issue: 'Days after issue',
  every: 'Every so many days',
} as const satisfies Record<Deadline['kind'], string>;

export const deadlineKinds = codesOf(deadlineKindLabels);

/** The ISO date of the deadline; of a recurring one the next on or after `today`. */
export function deadlineDate(deadline: Deadline, issuedOn: string, today: string): string {
  switch (deadline.kind) {
    case 'date':
      return deadline.date;
    case 'after_issue':
      return daysLater(issuedOn, deadline.days);
    case 'every': {
      const passed = Math.max(0, daysBetween(issuedOn, today));
      const times = Math.max(1, Math.ceil(passed / deadline.days));
      return daysLater(issuedOn, times * deadline.days);
    }
  }
}

/**
 * The day by which a rule is to be carried out: its latest *complete*, else the latest of all its
 * deadlines but the recurring ones; null where it sets none. The same rule stands in
 * prisma/sql/31-rule.sql.
 */
export function dueDate(deadlines: readonly Deadline[], issuedOn: string): string | null {
  const fixed = deadlines.filter(({ kind }) => kind !== 'every');
  const completing = fixed.filter(({ step }) => step === 'complete');
  const counted = completing.length > 0 ? completing : fixed;
  const dates = counted.map((deadline) => deadlineDate(deadline, issuedOn, issuedOn)).sort();
  return dates.at(-1) ?? null;
}

const millisecondsOfDay = 24 * 60 * 60 * 1000;

function daysLater(date: string, days: number): string {
  return new Date(Date.parse(date) + days * millisecondsOfDay).toISOString().slice(0, 10);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / millisecondsOfDay);
}
