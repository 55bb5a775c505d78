import type { ReturnRow } from './data';
import { type ReturnCount, returnCounts } from './table';

export function hasAnything(row: ReturnRow): boolean {
  return row.in_scope + row.cannot_tell + row.no_action > 0;
}

export function returnTotals(rows: readonly ReturnRow[]): Record<ReturnCount, number> {
  const total = (name: ReturnCount) => rows.reduce((sum, row) => sum + row[name], 0);
  return Object.fromEntries(returnCounts.map(({ name }) => [name, total(name)])) as Record<
    ReturnCount,
    number
  >;
}
