import { AsyncLocalStorage } from 'node:async_hooks';

/** Why a request was turned away, for the log and the history. Stable: people search for it. */
export type RefusalCode = 'cross_site' | 'too_many' | 'unknown_session';

/** What is known of a request while it is answered. */
export interface RequestContext {
  /** Sent back as X-Request-Id, shown when something fails, and the same in log and history. */
  readonly id: string;
  /** Of the client, past the proxies that are trusted. */
  readonly address: string;
  /** Marks the scripts of this answer as ours. */
  readonly nonce: string;
  /** Who asks, once the session has said so. */
  actorId?: string;
  refusal?: RefusalCode;
}

// Both the server and the application, which is bundled apart from it, use this one.
const shared = globalThis as typeof globalThis & {
  registerRequests?: AsyncLocalStorage<RequestContext>;
};

export function requestContexts(): AsyncLocalStorage<RequestContext> {
  shared.registerRequests ??= new AsyncLocalStorage();
  return shared.registerRequests;
}

/** The request that is being answered; undefined in background jobs. */
export function requestContext(): RequestContext | undefined {
  return requestContexts().getStore();
}
