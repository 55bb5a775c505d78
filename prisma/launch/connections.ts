import { readFileSync } from 'node:fs';

/**
 * A sentence on where a server connected to besides its database, by what it wrote down; undefined
 * when it was nowhere. Its database has to be among it, or nothing was written down.
 */
export function connectionsElsewhere(file: string, databaseUrl: string): string | undefined {
  const { hostname, port } = new URL(databaseUrl);
  const made = new Set(readFileSync(file, 'utf8').trim().split('\n'));
  if (!made.delete(`${hostname}:${port || 5432}`)) {
    return 'The server did not write down that it connected to its database.';
  }
  if (made.size === 0) return undefined;
  return `The server connected to more than its database: ${[...made].join(', ')}.`;
}
