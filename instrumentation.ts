import type { Instrumentation } from 'next';

/** Runs once when the server starts: from then on it works on background jobs. */
export async function register(): Promise<void> {
  // Not in the build, which starts parts of the server too and has no database. The condition on
  // the runtime stands alone, so that the bundler leaves the rest out of its other runtime.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    if (!process.env.APP_DATABASE_URL || process.env.NEXT_PHASE === 'phase-production-build')
      return;
    const { followCalendar } = await import('./app/_server/calendar');
    const { keepHeads } = await import('./app/_server/history-heads');
    const { startWorker } = await import('./app/_server/jobs');
    const { importWorker } = await import('./app/imports/job/run');
    await startWorker('import', importWorker);
    await followCalendar();
    await keepHeads();
  }
}

/** Hears of everything that a page, a route or an action threw and nobody took for a refusal. */
export const onRequestError: Instrumentation.onRequestError = async (error, _, { routeType }) => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { logFailure } = await import('./prisma/front/log');
    if (routeType === 'route') logFailure('route_failed', error);
    else logFailure(routeType === 'action' ? 'action_failed' : 'page_failed', error);
  }
};
