import { type ReturnCount, returnCountCodes } from '@/app/_domain/advisory-return';
import type { ReturnRow } from './data';

export function hasAnything(row: ReturnRow): boolean {
  return row.in_scope + row.cannot_tell + row.no_action > 0;
}

export function returnTotals(rows: readonly ReturnRow[]): Record<ReturnCount, number> {
  const total = (name: ReturnCount) => rows.reduce((sum, row) => sum + row[name], 0);
  return Object.fromEntries(returnCountCodes.map((name) => [name, total(name)])) as Record<
    ReturnCount,
    number
  >;
}
