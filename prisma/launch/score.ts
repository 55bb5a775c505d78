import { readFileSync } from 'node:fs';

export type Counts = {
  passed: number;
  failed: number;
  /** A paragraph each, for those whose own report stands far above the end. */
  failures?: readonly string[];
};

/** Adds up what the steps report. */
export class Score {
  #total = { passed: 0, failed: 0 };
  #failures: string[] = [];

  add({ passed, failed, failures = [] }: Counts): void {
    this.#total.passed += passed;
    this.#total.failed += failed;
    this.#failures.push(...failures);
  }

  /** What failed, once more: whoever keeps the end of a long output alone has to find it there. */
  get failures(): readonly string[] {
    return this.#failures;
  }

  get failed(): number {
    return this.#total.failed;
  }

  toString(): string {
    return `${this.#total.passed} passed, ${this.#total.failed} failed`;
  }
}

/**
 * Counts in the JSON report of Vitest. A file that could not be loaded counts as one failure.
 * @throws Error when there is no report
 */
export function countsOfVitest(path: string): Counts {
  const report = JSON.parse(readFileSync(path, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    testResults: {
      name: string;
      status: string;
      message: string;
      assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
    }[];
  };
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const failures = [
    ...broken.map(({ name, message }) => `${name}\n${message}`),
    ...report.testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === 'failed')
        .map((test) => `${name} › ${test.fullName}\n${test.failureMessages.join('\n')}`),
    ),
  ];
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length, failures };
}

/**
 * Counts in the JSON report of Playwright. Errors outside a test count as failures.
 * @throws Error when there is no report
 */
export function countsOfPlaywright(path: string): Counts {
  const { stats, errors } = JSON.parse(readFileSync(path, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number };
    errors: unknown[];
  };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

/** `counts`, with one failure at least when the tool itself says that it failed. */
export function atLeastOneFailure(counts: Counts, toolSucceeded: boolean): Counts {
  if (toolSucceeded || counts.failed > 0) return counts;
  return { ...counts, failed: 1 };
}
