import { z } from 'zod';

const longest = 20_000;

/** What a browser's WebAuthn answers; who verifies it checks its shape. */
export function browserAnswer<Answer extends { id: string }>() {
  return z.custom<Answer>(isAnswer, 'The browser did not answer as it should.');
}

function isAnswer(value: unknown): boolean {
  const id = (value as { id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' && JSON.stringify(value).length <= longest;
}
