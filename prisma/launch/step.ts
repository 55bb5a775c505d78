import type { Counts } from './score.ts';
import type { ToolResult } from './tools.ts';

export type StepContext = { stopping: AbortSignal };

/** A step that counts as one. */
export type Step = { name: string; run(context: StepContext): Promise<ToolResult> };

/** Runs a step and says how it went; a failed one shows all that its tool said. */
export async function runStep(step: Step, context: StepContext): Promise<Counts> {
  return countStep(step.name, context, async () => {
    const result = await step.run(context);
    if (result.ok) return { passed: 1, failed: 0 };
    console.log(result.output.trimEnd());
    console.log(`${step.name}: ${result.why}`);
    return { passed: 0, failed: 1 };
  });
}

/** Runs `work` under a heading; when it throws, that is one failure. */
export async function countStep(
  name: string,
  { stopping }: StepContext,
  work: () => Promise<Counts>,
): Promise<Counts> {
  const begin = Date.now();
  let counts: Counts;
  try {
    stopping.throwIfAborted();
    counts = await work();
  } catch (error) {
    console.log(`${name}: ${stopping.aborted ? 'stopped' : (error as Error).message}`);
    counts = { passed: 0, failed: 1 };
  }
  const seconds = ((Date.now() - begin) / 1000).toFixed(1);
  console.log(`── ${name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`);
  return counts;
}
