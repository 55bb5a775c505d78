import { readdirSync, readFileSync } from 'node:fs';

const everyMilliseconds = 50;

/** The most memory that processes held, in MB; undefined where the system does not say. */
export type Peak = { web?: number; database?: number };

/**
 * Watches how much memory the web server holds, and PostgreSQL's backends each at most beyond what
 * they all share.
 */
export function watchMemory({ web, database }: { web: number; database?: number }): () => Peak {
  const peak: Peak = {};
  const look = () => {
    peak.web = larger(peak.web, sum(withDescendants(web).map((pid) => memoryOf(pid, 'VmRSS'))));
    const backends = database ? descendants(database) : [];
    for (const pid of backends) peak.database = larger(peak.database, memoryOf(pid, 'RssAnon'));
  };
  look();
  const timer = setInterval(look, everyMilliseconds);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

function larger(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);
}

function sum(parts: readonly (number | undefined)[]): number | undefined {
  const known = parts.filter((part) => part !== undefined);
  return known.length > 0 ? known.reduce((total, part) => total + part, 0) : undefined;
}

function memoryOf(pid: number, kind: 'VmRSS' | 'RssAnon'): number | undefined {
  try {
    const line = new RegExp(`^${kind}:\\s+(\\d+) kB$`, 'm').exec(
      readFileSync(`/proc/${pid}/status`, 'utf8'),
    );
    return line ? Number(line[1]) / 1024 : undefined;
  } catch {
    return undefined; // it has ended, or the system has no such files
  }
}

function withDescendants(pid: number): number[] {
  return [pid, ...descendants(pid)];
}

function descendants(pid: number): number[] {
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8')
        .trim()
        .split(' ')
        .filter(Boolean),
    );
    return children.flatMap((child) => withDescendants(Number(child)));
  } catch {
    return [];
  }
}
