import { appendFileSync } from 'node:fs';
import { Socket } from 'node:net';

// Loaded into a server that is tested: writes down each address that it connects to, whichever
// package does it, since all of Node's clients end here.

const file = process.env.CONNECTIONS_FILE;
if (!file) throw new Error('CONNECTIONS_FILE has to say where connections are written down.');

const connect = Socket.prototype.connect;
Socket.prototype.connect = function connectAndTell(this: Socket, ...all: unknown[]) {
  const [first] = all;
  const [options] = Array.isArray(first) ? first : [first];
  const { host, path, port } = (typeof options === 'object' ? options : { port: options }) as {
    host?: string;
    path?: string;
    port?: unknown;
  };
  const named = typeof all[1] === 'string' ? all[1] : host;
  appendFileSync(file, `${path ?? `${named ?? 'localhost'}:${port}`}\n`);
  return Reflect.apply(connect, this, all);
} as typeof connect;
