import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { lookAt } from './file-look';
import { findingsHref, readFindings } from './findings';

async function* pieces(text: string, length = 7) {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

it('finds the hash, the size and the first line of a file, in pieces of any size', async () => {
  const text = 'system,owner\n"Chart\nroom",Ada\nPost room,\n';
  expect(await lookAt('a.csv', pieces(text))).toEqual({
    sha256: createHash('sha256').update(text).digest('hex'),
    look: { name: 'a.csv', columns: ['system', 'owner'], rows: 2, bytes: text.length },
  });
});

it('reads the columns of a file that a spreadsheet has saved anew', async () => {
  const saved = '\uFEFFsystem;owner\r\nChart room;Ada\r\n';
  expect((await lookAt('a.csv', pieces(saved))).look).toMatchObject({
    columns: ['system', 'owner'],
    rows: 1,
  });
});

it('does with a file that is no table', async () => {
  expect((await lookAt('', pieces('x'.repeat(50_000), 4096))).look).toEqual({
    name: '',
    columns: [],
    rows: 0,
    bytes: 50_000,
  });
  expect((await lookAt('', pieces(''))).look).toMatchObject({ rows: 0, bytes: 0 });
});

it('finds the same in the address that it leads to', async () => {
  const findings = await lookAt('ä & b.csv', pieces('system,owner\nChart room,Ada\n'));
  const address = new URL(findingsHref(findings), 'http://127.0.0.1');
  expect(readFindings(address.searchParams)).toEqual({ ok: true, findings });
});

it('takes a hash alone, as other programs write it', () => {
  const params = new URLSearchParams({ sha256: ` ${'AB'.repeat(32)} ` });
  expect(readFindings(params)).toEqual({ ok: true, findings: { sha256: 'ab'.repeat(32) } });
  expect(readFindings(new URLSearchParams({ sha256: 'abc' }))).toMatchObject({ ok: false });
  expect(readFindings(new URLSearchParams())).toBeUndefined();
});

it('refuses sizes that are none', () => {
  const params = new URLSearchParams({ sha256: 'ab'.repeat(32), bytes: '-1', rows: 'x' });
  expect(readFindings(params)).toMatchObject({ ok: false });
});
