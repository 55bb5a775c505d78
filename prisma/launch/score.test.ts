import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { atLeastOneFailure, countsOfPlaywright, countsOfVitest, Score } from './score.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'register-score-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
}

describe('the sum of a test run', () => {
  it('adds up what the steps report', () => {
    const score = new Score();
    score.add({ passed: 2, failed: 0 });
    score.add({ passed: 1, failed: 3 });
    expect(String(score)).toBe('3 passed, 3 failed');
    expect(score.failed).toBe(3);
  });

  it('tells once more at the end what failed', () => {
    const score = new Score();
    score.add({ passed: 2, failed: 1, failures: ['ships sink'] });
    expect(score.failures).toEqual(['ships sink']);
  });

  it('counts a test file that could not be loaded as a failure', () => {
    const passed = { status: 'passed', fullName: 'ships float', failureMessages: [] };
    const wrong = { status: 'failed', fullName: 'ships sink', failureMessages: ['One floats'] };
    const path = report({
      numPassedTests: 4,
      numFailedTests: 1,
      testResults: [
        { name: 'a.ts', status: 'failed', message: '', assertionResults: [passed, wrong] },
        { name: 'b.ts', status: 'failed', message: 'No such module', assertionResults: [] },
        { name: 'c.ts', status: 'passed', message: '', assertionResults: [passed] },
      ],
    });
    const counts = countsOfVitest(path);
    expect(counts).toMatchObject({ passed: 4, failed: 2 });
    expect(counts.failures).toEqual(['b.ts\nNo such module', 'a.ts › ships sink\nOne floats']);
  });

  it('counts flaky browser tests and errors outside a test as failures', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1 };
    expect(countsOfPlaywright(report({ stats, errors: [{}] }))).toEqual({ passed: 5, failed: 3 });
  });

  it('never calls a tool that failed a success', () => {
    expect(atLeastOneFailure({ passed: 5, failed: 0 }, false)).toEqual({ passed: 5, failed: 1 });
    expect(atLeastOneFailure({ passed: 5, failed: 2 }, false)).toEqual({ passed: 5, failed: 2 });
    expect(atLeastOneFailure({ passed: 5, failed: 0 }, true)).toEqual({ passed: 5, failed: 0 });
  });

  it('fails without a report', () => {
    expect(() => countsOfVitest(join(folder, 'missing.json'))).toThrow();
  });
});
