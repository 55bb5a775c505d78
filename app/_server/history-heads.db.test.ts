import { appendFile, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isSigned } from '@/app/_domain/history-head';
import { readHeads } from '@/prisma/history/heads-file';
import { headsFile, keepHeads, lastWrittenHead, writeHead } from './history-heads';
import { insertSmallRegister, openTestRegister, type TestRegister } from './register.fixture';

let register: TestRegister;

beforeAll(async () => {
  register = await openTestRegister();
});

afterAll(() => register.close());

it('is written when the register starts, even before anything has happened', async () => {
  expect(await lastWrittenHead()).toBeUndefined();
  await keepHeads();
  expect(await lastWrittenHead()).toMatchObject({ seq: '0' });
});

it('is appended whole, whoever else writes, and what stands there stays', async () => {
  const before = await readFile(headsFile(), 'utf8');
  await insertSmallRegister(register.owner);
  const written = await Promise.all(Array.from({ length: 8 }, writeHead));
  expect((await readFile(headsFile(), 'utf8')).startsWith(before)).toBe(true);
  const heads = readHeads(headsFile()) ?? [];
  expect(
    heads
      .slice(1)
      .map(({ at }) => at)
      .sort(),
  ).toEqual(written.map(({ at }) => at).sort());
  expect(heads.every(isSigned)).toBe(true);
  expect(await lastWrittenHead()).toEqual(heads.at(-1));
});

it('is not taken for one when its line is damaged', async () => {
  await appendFile(headsFile(), '{"seq": "5"}\n');
  expect(() => readHeads(headsFile())).toThrow(/^Line 10 of .* is no signed head/);
});
