import { logFailure } from '@/prisma/front/log';

/** Long enough for a slow line, and short enough not to keep a database connection for ever. */
const longestStall = 5 * 60_000;

/**
 * The pieces as a response's body, `first` before the rest. An error breaks the connection, so that
 * no reader takes what it has for the whole. A reader who goes away, or takes nothing for
 * `stallMilliseconds`, ends the pieces.
 */
export function byteStream(
  first: IteratorResult<Uint8Array>,
  rest: AsyncGenerator<Uint8Array, undefined>,
  stallMilliseconds = longestStall,
): ReadableStream<Uint8Array> {
  let waiting: IteratorResult<Uint8Array> | undefined = first;
  let stall: NodeJS.Timeout | undefined;
  return new ReadableStream({
    async pull(controller) {
      clearTimeout(stall);
      const { done, value } = waiting ?? (await rest.next());
      waiting = undefined;
      if (done) return controller.close();
      controller.enqueue(value);
      stall = setTimeout(() => {
        controller.error(new Error('The reader has stopped taking the file.'));
        rest.return(undefined).catch((error) => logFailure('export_failed', error));
      }, stallMilliseconds).unref();
    },
    async cancel() {
      clearTimeout(stall);
      await rest.return(undefined);
    },
  });
}
