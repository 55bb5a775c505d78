import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { trustedProxies } from './client-address';
import { type FrontSettings, front } from './front';
import { logFailure } from './log';
import { requestContext } from './request-context';

const settings: FrontSettings = {
  baseUrl: new URL('https://register.example'),
  trusted: trustedProxies(''),
  isDevelopment: false,
  logsRequests: false,
};

type Handler = Parameters<typeof front>[0];

/** Lines of the log that `work` leaves on standard output. */
async function linesOf(work: () => Promise<unknown>): Promise<Record<string, unknown>[]> {
  const written: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  await work();
  await vi.waitFor(() => expect(written.join('')).toContain('"event":"request"'));
  write.mockRestore();
  return written
    .join('')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const open: { close(): void }[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
  vi.restoreAllMocks();
});

async function served(handle: Handler, own: Partial<FrontSettings> = {}): Promise<number> {
  const server = createServer(front(handle, { ...settings, ...own })).listen(0, '127.0.0.1');
  open.push({ close: () => server.close().closeAllConnections() });
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function ask(
  port: number,
  { method = 'GET', path = '/', headers = {} as Record<string, string>, body = '' } = {},
): Promise<{ status: number; headers: IncomingHttpHeaders; text: string }> {
  const sent = request({ host: '127.0.0.1', port, method, path, headers });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  let text = '';
  for await (const piece of answer) text += piece;
  return { status: answer.statusCode ?? 0, headers: answer.headers, text };
}

const page: Handler = async (_request, response) => {
  response.setHeader('Content-Type', 'text/html; charset=utf-8').end('<p>A page</p>');
};
const echo: Handler = async (incoming, response) => {
  response.end(JSON.stringify({ url: incoming.url, headers: incoming.headers }));
};

describe('the headers', () => {
  it('let a page run scripts of this answer alone', async () => {
    const port = await served(page);
    const [first, second] = [await ask(port), await ask(port)];
    const policy = String(first.headers['content-security-policy']);
    expect(policy).toMatch(/script-src 'nonce-[\w+/=]{24}' 'strict-dynamic';/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe');
    expect(second.headers['content-security-policy']).not.toBe(policy);
  });

  it.each([
    ['a file', async (_incoming, response) => void response.end('a,b')],
    ['an error', async () => Promise.reject(new Error('Broken'))],
    ['nothing', async (_incoming, response) => void response.writeHead(204).end()],
  ] satisfies [string, Handler][])('keep %s from being shown as a page', async (_what, handle) => {
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const { headers } = await ask(await served(handle));
    expect(headers['content-security-policy']).toContain('sandbox');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    });
    expect(headers['permissions-policy']).toContain('camera=()');
  });

  it('ask for HTTPS only where there is HTTPS', async () => {
    const port = await served(page, { baseUrl: new URL('http://localhost:3000') });
    expect((await ask(port)).headers['strict-transport-security']).toBeUndefined();
  });
});

describe('what comes from another site', () => {
  const host = 'register.example';
  it.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'https://elsewhere.example' }],
    [{ origin: 'null' }],
    [{ origin: 'https://elsewhere.example', 'sec-fetch-site': 'same-origin' }],
    [{ origin: 'https://register.example.elsewhere.example' }],
  ] as Record<string, string>[][])('is turned away: %o', async (headers = {}) => {
    const port = await served(echo);
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await ask(port, {
        method,
        path: '/imports/upload',
        headers: { host, ...headers },
      });
      expect(JSON.parse(answer.text).url).toBe('/api/refused');
    }
    const read = await ask(port, { path: '/register', headers: { host, ...headers } });
    expect(JSON.parse(read.text).url).toBe('/register');
  });

  it.each([
    [{}],
    [{ origin: 'https://register.example' }],
    [{ origin: 'https://register.example', 'sec-fetch-site': 'same-origin' }],
    [{ origin: 'http://inside.example:3000', host: 'inside.example:3000' }],
  ] as Record<string, string>[][])('is not: %o', async (headers = {}) => {
    const answer = await ask(await served(echo), { method: 'POST', path: '/a', headers });
    expect(JSON.parse(answer.text).url).toBe('/a');
  });
});

describe('what only a proxy may say', () => {
  const headers = {
    'x-forwarded-for': '203.0.113.5',
    'x-forwarded-host': 'elsewhere.example',
    'x-forwarded-proto': 'https',
    forwarded: 'host=elsewhere.example',
    'content-security-policy': "script-src 'nonce-chosen'",
  };

  it('is dropped when anybody says it', async () => {
    const { text } = await ask(await served(echo), { headers });
    const got = JSON.parse(text).headers;
    expect(got['x-forwarded-for']).toBe('127.0.0.1');
    expect(text).not.toContain('elsewhere.example');
    expect(text).not.toContain('chosen');
  });

  it('is taken from a trusted one', async () => {
    const trusted = trustedProxies('127.0.0.1');
    const { text } = await ask(await served(echo, { trusted }), { headers });
    expect(JSON.parse(text).headers).toMatchObject({
      'x-forwarded-for': '203.0.113.5',
      'x-forwarded-host': 'elsewhere.example',
    });
  });
});

describe('the log', () => {
  it('has a line for each request, with its id and who asked, and no query', async () => {
    const port = await served(
      async (_incoming, response) => {
        const context = requestContext();
        if (context) context.actorId = 'olive';
        response.end(context?.id);
      },
      { logsRequests: true },
    );
    let answer: Awaited<ReturnType<typeof ask>> | undefined;
    const lines = await linesOf(async () => {
      answer = await ask(port, { path: '/register?q=personal', headers: { cookie: 'secret' } });
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      ...{ event: 'request', method: 'GET', path: '/register', status: 200 },
      ...{ requestId: answer?.text, actorId: 'olive' },
    });
    expect(answer?.headers['x-request-id']).toBe(answer?.text);
    expect(JSON.stringify(lines)).not.toMatch(/personal|secret/);
  });

  it('tells of a failure what, where and in which request, and nothing that it quotes', async () => {
    const port = await served(
      async (_incoming, response) => {
        const cause = Object.assign(new Error('Key (email)=(olive@example.test)'), {
          code: '23505',
        });
        const error = new Error('It was olive@example.test\n    at home', { cause });
        logFailure('route_failed', error);
        logFailure('unclassified', error);
        response.writeHead(500).end();
      },
      { logsRequests: true },
    );
    const lines = await linesOf(() => ask(port));
    const [failure, answered] = lines;
    expect(lines).toHaveLength(2);
    expect(failure).toMatchObject({
      ...{ event: 'failure', code: 'route_failed', requestId: answered?.requestId },
      error: { name: 'Error', cause: { code: '23505' } },
    });
    expect(JSON.stringify(failure)).toContain('front.test.ts');
    expect(JSON.stringify(lines)).not.toMatch(/olive|home/);
  });
});

it('does not read to its end what was refused before it', async () => {
  const port = await served(async (_incoming, response) => void response.writeHead(413).end());
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  socket.write(`POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ${2 * 1024 ** 3}\r\n\r\n`);
  const sending = setInterval(() => socket.write('x'.repeat(1024)), 50);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1.1 413/);
  await once(socket, 'close');
  clearInterval(sending);
});
