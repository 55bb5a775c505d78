import type { Outcome } from '@/app/_server/refusal';

export type Refused = Extract<Outcome<unknown>, { ok: false }>;

/**
 * The answer of an action, or a refusal in words where no answer came: the network failed, or the
 * server did. Nothing is known about what was changed then, and the message says so.
 */
export async function answerOf<Value>(
  call: () => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  try {
    return await call();
  } catch (error) {
    // Next signals a redirect from an action by throwing; that is no failure.
    if (isRedirect(error)) throw error;
    return {
      ok: false,
      kind: 'conflict',
      message:
        'The server did not answer. Check the connection, then look whether the change was made before you try again.',
    };
  }
}

function isRedirect(error: unknown): boolean {
  const digest = error instanceof Error && 'digest' in error ? error.digest : undefined;
  return typeof digest === 'string' && digest.startsWith('NEXT_');
}
