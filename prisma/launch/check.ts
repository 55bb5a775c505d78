import { generateClient } from './build.ts';
import { Score } from './score.ts';
import { runStep, type Step, type StepContext } from './step.ts';
import { runTool } from './tools.ts';

/** Prisma's client and Next's route types are generated; the checker needs both. */
const types: Step = {
  name: 'types',
  async run({ stopping }) {
    await generateClient(stopping);
    const routes = await runTool('next', ['typegen'], { timeout: 120_000, stopping });
    if (!routes.ok) return routes;
    return runTool('tsc', ['--noEmit'], { timeout: 300_000, stopping });
  },
};

const lint: Step = {
  name: 'lint',
  run: ({ stopping }) =>
    runTool('biome', ['check', '--error-on-warnings', '--max-diagnostics=100', '--colors=off'], {
      timeout: 120_000,
      stopping,
    }),
};

const structure: Step = {
  name: 'structure',
  run: ({ stopping }) =>
    runTool('vitest', ['run', '--project=structure'], {
      timeout: 120_000,
      stopping,
    }),
};

/** What can be checked without running the application. Each counts as one. */
export const staticSteps: readonly Step[] = [types, lint, structure];

/** Types, lint, structure; resolves to the exit status. */
export async function check(stopping: AbortSignal): Promise<number> {
  const score = new Score();
  const context: StepContext = { stopping };
  for (const step of staticSteps) score.add(await runStep(step, context));
  console.log(String(score));
  return score.failed > 0 ? 1 : 0;
}
