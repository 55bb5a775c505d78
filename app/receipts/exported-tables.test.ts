import { expect, it } from 'vitest';
import type { TableDefinition } from '@/app/_lib/table-definition';
import { addressOf, exportedTables, queryOf } from './exported-tables';

const routes = import.meta.glob<{ GET: { definition?: TableDefinition } }>(
  '/app/**/export.csv/route.ts',
  { eager: true },
);

it('knows the table of every export that there is, and marks each line', () => {
  expect(Object.keys(routes).length).toBeGreaterThan(3);
  for (const [path, { GET }] of Object.entries(routes)) {
    expect(exportedTables, path).toContain(GET.definition);
    const names = GET.definition?.columns.map(({ name }) => name);
    expect(names, path).toContain('protective_marking');
  }
});

const asOf = '2026-11-01T10:30:00.123456Z';

it('opens the query again, as at its moment where the table keeps the past', () => {
  const query = 'country=RU&sort=-system';
  expect(addressOf({ tableName: 'register', query, asOf })).toBe(
    `/register?country=RU&sort=-system&asOf=${asOf}`,
  );
  expect(addressOf({ tableName: 'suppliers', query: 'country=RU', asOf })).toBe(
    '/suppliers?country=RU',
  );
});

it('understands no table or filter that is gone', () => {
  expect(queryOf({ tableName: 'ships', query: '', asOf })).toBeUndefined();
  expect(queryOf({ tableName: 'register', query: 'flag=NO', asOf })).toBeUndefined();
});
