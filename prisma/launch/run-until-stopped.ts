/**
 * Runs `work` and ends the process with the status that it returns. Ctrl-C, SIGTERM or the end
 * of the parent abort `stopping`, and `work` then puts everything away; a second Ctrl-C does
 * not wait for that.
 */
export async function runUntilStopped(
  work: (stopping: AbortSignal) => Promise<number>,
): Promise<never> {
  const stopping = new AbortController();
  const stop = () => {
    if (stopping.signal.aborted) process.exit(130);
    stopping.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  // launch.mjs was killed: nobody is left to tell us to stop.
  process.once('disconnect', () => stopping.abort());
  process.channel?.unref();
  try {
    process.exit(await work(stopping.signal));
  } catch (error) {
    if (!stopping.signal.aborted) console.error(`\n${(error as Error).message}`);
    process.exit(stopping.signal.aborted ? 0 : 1);
  }
}
