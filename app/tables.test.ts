import { describe, expect, it } from 'vitest';
import type { TableDefinition } from './_lib/table-definition';

const files = import.meta.glob<Record<string, unknown>>('/app/**/table.ts', { eager: true });

const tables = Object.values(files)
  .flatMap((exported) => Object.values(exported))
  .filter(isTable);

function isTable(value: unknown): value is TableDefinition {
  return typeof value === 'object' && value !== null && 'columns' in value && 'source' in value;
}

it('finds the tables that there are', () => {
  expect(tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['register', 'decisions', 'suppliers', 'systems']),
  );
});

describe.each(tables)('the table $name', ({ columns, classification }) => {
  const named = (name: string) => columns.find((column) => column.name === name);

  it('says how its rows are classified if it shows a classification', () => {
    if (named('classification')) expect(classification).toBeDefined();
  });

  it('says how what it counts is classified, unless its rows are classified the same', () => {
    for (const name of ['deployments', 'systems']) {
      const counted = named(name);
      if (counted) expect(counted.countOf ?? classification).toBeDefined();
    }
  });

  it('describes each column in a sentence', () => {
    for (const { description } of columns) expect(description).toMatch(/^\S.*\.$/);
  });
});
