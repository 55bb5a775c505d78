import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptSecret } from './secret.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'register-secret-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('a kept secret', () => {
  it('stays the same, and differs from another one', () => {
    const secret = keptSecret(folder, 'one');
    expect(keptSecret(folder, 'one')).toBe(secret);
    expect(keptSecret(folder, 'two')).not.toBe(secret);
    expect(secret.length).toBeGreaterThanOrEqual(43);
  });

  it('can be read by its owner only', () => {
    keptSecret(folder, 'one');
    expect(statSync(join(folder, 'one')).mode & 0o777).toBe(0o600);
  });

  it('is never empty', () => {
    writeFileSync(join(folder, 'one'), '\n');
    expect(() => keptSecret(folder, 'one')).toThrow('is empty');
  });
});
