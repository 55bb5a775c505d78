import type pg from 'pg';

/** An error of the server in one text: the file and line, what happened, and the hints it gave. */
export function sqlError(file: string, text: string, error: unknown): Error {
  const { message, position, where, detail, hint } = error as pg.DatabaseError;
  const line = position ? `:${text.slice(0, Number(position)).split('\n').length}` : '';
  const parts = [`${file}${line}: ${message}`, detail, where, hint];
  return new Error(parts.filter(Boolean).join('\n'), { cause: error });
}
