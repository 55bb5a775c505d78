/** What is wrong with a history, in a sentence for whoever asked. */
export class HistoryProblem extends Error {}

/** Throws when there is a problem. */
export function refuseProblem(problem: string | undefined): void {
  if (problem) throw new HistoryProblem(problem);
}
