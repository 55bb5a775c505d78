import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectionsElsewhere } from './connections';

const databaseUrl = 'postgresql://owner@127.0.0.1:1/register';
const watch = join(import.meta.dirname, '..', 'front', 'watch-connections.ts');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'connections-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Where the program connected to, by what it wrote down; nothing answers there. */
function connectionsOf(program: string): string | undefined {
  const file = join(folder, `${Math.random()}`);
  execFileSync(process.execPath, ['--import', watch, '--input-type=module', '--eval', program], {
    env: { ...process.env, CONNECTIONS_FILE: file },
  });
  return connectionsElsewhere(file, databaseUrl);
}

const toDatabase = `
  import net from 'node:net';
  new net.Socket().on('error', () => {}).connect(1, '127.0.0.1');`;

describe('a server that is watched', () => {
  it('may connect to its database', () => {
    expect(connectionsOf(toDatabase)).toBeUndefined();
  });

  it.each([
    ['net', `net.connect({ host: '127.0.0.1', port: 2 }).on('error', () => {})`],
    ['fetch', `await fetch('http://127.0.0.1:2/').catch(() => {})`],
    ['http', `(await import('node:http')).get('http://127.0.0.1:2/').on('error', () => {})`],
    ['tls', `(await import('node:tls')).connect(2, '127.0.0.1').on('error', () => {})`],
  ])('is found out when it connects elsewhere by %s', (_client, program) => {
    expect(connectionsOf(`${toDatabase}\n${program}`)).toContain('127.0.0.1:2');
  });

  it('is not believed when it wrote nothing down', () => {
    const program = `import net from 'node:net'; net.connect(2).on('error', () => {})`;
    expect(connectionsOf(program)).toContain('did not write down');
  });
});
