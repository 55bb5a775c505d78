import { createServer } from 'node:http';
import { dirname } from 'node:path';
import next from 'next';
import { trustedProxies } from './client-address.ts';
import { front } from './front.ts';
import { logFailure } from './log.ts';

// The web server: the front, and the application behind it. Started by launch/web-server.ts with
// `start` or `dev`, the address and the port to listen on.

const [mode, host = '127.0.0.1', port = '3000'] = process.argv.slice(2);
const isDevelopment = mode === 'dev';

/** Milliseconds for a whole request: an upload of 2 GB at 10 Mbit/s. */
const longestRequest = 30 * 60_000;
const longestStop = 6_000;

const server = createServer({ requestTimeout: longestRequest });
const application = next({
  dev: isDevelopment,
  dir: dirname(dirname(import.meta.dirname)),
  hostname: host,
  port: Number(port),
  httpServer: server,
  quiet: !isDevelopment,
});
const trusted = trustedProxies(process.env.TRUSTED_PROXIES ?? '');

// What the framework and packages print may quote what people entered.
if (!isDevelopment) {
  console.error = console.warn = (...printed: unknown[]) =>
    logFailure('unclassified', printed.find((one) => one instanceof Error) ?? printed[0]);
}

await application.prepare();
server.on(
  'request',
  front(application.getRequestHandler(), {
    baseUrl: new URL(process.env.BASE_URL ?? `http://localhost:${port}`),
    trusted,
    isDevelopment,
    logsRequests: process.env.LOG !== 'failures',
  }),
);
server.listen(Number(port), host);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);

/** Lets what is being answered end, and takes nothing new. */
function stop(): void {
  server.close(async () => {
    await application.close().catch(() => undefined);
    process.exit(0);
  });
  setTimeout(() => process.exit(0), longestStop).unref();
}
