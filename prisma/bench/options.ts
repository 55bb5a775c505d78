import { parseArgs } from 'node:util';

export type BenchOptions = {
  /** Numbers of deployments, one register each. */
  rows: number[];
  /** Names of groups; all unless given. */
  only: string[];
  json: boolean;
  /** Where filled registers are kept for the next run; thrown away unless given. */
  data?: string;
};

export const usage = `npm run bench -- [--rows N]… [--only GROUP]… [--json] [--data FOLDER]`;

/** @throws Error that says what cannot be understood */
export function benchOptions(args: readonly string[], groups: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: 'string', multiple: true, default: ['10000', '100000', '1000000'] },
      only: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
      data: { type: 'string' },
    },
  });
  const rows = values.rows.map(Number);
  if (!rows.every((count) => Number.isInteger(count) && count >= 1000)) {
    throw new Error(`--rows wants a number from 1000 on.\n${usage}`);
  }
  const unknown = values.only.find((name) => !groups.includes(name));
  if (unknown) throw new Error(`--only wants one of ${groups.join(', ')}.\n${usage}`);
  return { rows, only: values.only, json: values.json, ...(values.data && { data: values.data }) };
}
