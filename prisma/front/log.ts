import { requestContext } from './request-context.ts';

/** What failed. Stable: an operator's alerts are built on them. */
export type FailureCode =
  | 'action_failed'
  | 'background_job_failed'
  | 'calendar_failed'
  | 'connection_ended'
  | 'export_failed'
  | 'history_head_failed'
  | 'import_failed'
  | 'page_failed'
  | 'replica_passed_over'
  | 'request_failed'
  | 'route_failed'
  | 'sign_in_failed'
  | 'unclassified';

/** One line of JSON on standard output. */
export function writeLine(line: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), ...line })}\n`);
}

/** A request that was answered, or whose reader went away before. */
export function logRequest(line: {
  requestId: string;
  actorId?: string | undefined;
  method: string;
  /** Without its query, whose values may be personal. */
  path: string;
  status: number;
  refusal?: string | undefined;
  milliseconds: number;
  cut?: true | undefined;
}): void {
  writeLine({ event: 'request', ...line });
}

/** Errors of which a line has been written; both the framework and we hear of some. */
const shared = globalThis as typeof globalThis & { registerLogged?: WeakSet<object> };

/** A failure of ours, with where it happened but not its message, which may quote what people entered. */
export function logFailure(code: FailureCode, error: unknown): void {
  if (typeof error === 'object' && error !== null) {
    shared.registerLogged ??= new WeakSet();
    if (shared.registerLogged.has(error)) return;
    shared.registerLogged.add(error);
  }
  const context = requestContext();
  writeLine({
    event: 'failure',
    code,
    requestId: context?.id,
    actorId: context?.actorId,
    error: describeError(error),
  });
}

const deepest = 3;
const mostFrames = 8;

/** Its kind, its code (an SQLSTATE or a system error's), the framework's reference, and where it was thrown. */
export function describeError(error: unknown, depth = 1): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, stack, cause } = error;
  const { code, digest } = error as { code?: unknown; digest?: unknown };
  return {
    name,
    code: isShort(code) ? code : undefined,
    digest: isShort(digest) ? digest : undefined,
    at: framesOf(stack),
    cause: cause && depth < deepest ? describeError(cause, depth + 1) : undefined,
  };
}

function isShort(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 64;
}

function framesOf(stack: string | undefined): string[] {
  const frames = (stack ?? '').split('\n').filter((line) => /^\s+at .+:\d+:\d+\)?$/.test(line));
  return frames.slice(0, mostFrames).map((line) => line.trim().slice(3));
}
