import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { BlockList, Socket } from 'node:net';
import { clientAddress, isTrusted } from './client-address.ts';
import { isCrossSite } from './cross-site.ts';
import { logFailure, logRequest } from './log.ts';
import { type RequestContext, requestContexts } from './request-context.ts';
import { pagePolicy, secureHeaders } from './security-headers.ts';

export interface FrontSettings {
  /** The address by which people reach the register. */
  baseUrl: URL;
  trusted: BlockList;
  isDevelopment: boolean;
  /** Whether to log what went well too. */
  logsRequests: boolean;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Where the application answers for a request that was turned away here, and records it. */
const refusedPath = '/api/refused';

/** What only a proxy may say, and ours only when it is trusted. */
const proxyHeaders = ['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'forwarded'];

/** Milliseconds in which a sender may still read the answer to what was refused before its end. */
const linger = 2_000;

/**
 * Stands before everything that is served: gives each request an id and the client's address, turns
 * away what another site has sent, puts the security headers on every answer, and logs it.
 */
export function front(handle: Handler, settings: FrontSettings): RequestListener {
  return (request, response) => {
    const begin = performance.now();
    const path = (request.url ?? '').split('?', 1)[0]?.slice(0, 200) ?? '';
    const { method = '' } = request;
    const context = contextOf(request, settings);
    response.setHeader('X-Request-Id', context.id);
    // The browser tells it to the page that it is on, which shows it when something fails.
    response.setHeader('Server-Timing', `request;desc="${context.id}"`);
    const headers = {
      nonce: context.nonce,
      isHttps: settings.baseUrl.protocol === 'https:',
      isDevelopment: settings.isDevelopment,
    };
    secureHeaders(response, headers);
    cleanHeaders(request, context, settings);
    // The framework reads the nonce for its own scripts from here.
    request.headers['content-security-policy'] = pagePolicy(headers);
    // Held here, since an ended request forgets it.
    const { socket } = request;
    response.once('finish', () => dropRest(request, socket));
    response.once('close', () => {
      const milliseconds = Math.round(performance.now() - begin);
      const status = response.statusCode;
      if (!settings.logsRequests && status < 500) return;
      const { id: requestId, actorId, refusal } = context;
      const cut = response.writableFinished ? undefined : true;
      logRequest({ requestId, actorId, method, path, status, refusal, milliseconds, cut });
    });
    if (isCrossSite(method, request.headers, settings.baseUrl.origin)) {
      refuse(request, context);
    }
    requestContexts().run(context, () => {
      handle(request, response).catch((error: unknown) => {
        logFailure('request_failed', error);
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
    });
  };
}

function contextOf(request: IncomingMessage, { trusted }: FrontSettings): RequestContext {
  const connected = request.socket.remoteAddress ?? '';
  return {
    id: randomUUID(),
    address: clientAddress(connected, textOf(request.headers['x-forwarded-for']), trusted),
    nonce: randomBytes(16).toString('base64'),
  };
}

/** So that all that follows believes the same, and nobody but a trusted proxy can say it. */
function cleanHeaders(
  { headers, socket }: IncomingMessage,
  { address }: RequestContext,
  { trusted }: FrontSettings,
): void {
  if (!isTrusted(socket.remoteAddress ?? '', trusted)) {
    for (const name of proxyHeaders) delete headers[name];
  }
  headers['x-forwarded-for'] = address;
}

/** The application says why; what was to be done stays unread. */
function refuse(request: IncomingMessage, context: RequestContext): void {
  context.refusal = 'cross_site';
  request.url = refusedPath;
  request.method = 'POST';
  for (const name of ['next-action', 'content-type']) delete request.headers[name];
}

/** A body that was refused before its end is not read to it. */
function dropRest(request: IncomingMessage, socket: Socket): void {
  if (request.complete) return;
  request.resume();
  const timer = setTimeout(() => socket.destroy(), linger);
  request.once('close', () => clearTimeout(timer));
}

function textOf(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(',') : header;
}
