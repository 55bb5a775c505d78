/** Runs once when the server starts: from then on it works on background jobs. */
export async function register(): Promise<void> {
  // The build starts parts of the server too, and has no database.
  const isServing = process.env.NEXT_RUNTIME === 'nodejs' && process.env.APP_DATABASE_URL;
  if (!isServing || process.env.NEXT_PHASE === 'phase-production-build') return;
  const { followCalendar } = await import('./app/_server/calendar');
  const { startWorker } = await import('./app/_server/jobs');
  const { importWorker } = await import('./app/imports/job/run');
  await followCalendar();
  await startWorker('import', importWorker);
}
