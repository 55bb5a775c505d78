import type { ReactNode } from 'react';
import { formatInteger } from '@/app/_lib/format';
import { type ColumnDefinition, valueLabel } from '@/app/_lib/table-definition';
import { Moment } from '../moment';

/** A cell drawn by its column's kind; what is missing shows nothing. */
export function CellValue({ column, value }: { column: ColumnDefinition; value: unknown }) {
  return drawn(column, value);
}

function drawn(column: ColumnDefinition, value: unknown): ReactNode {
  if (value === null || value === undefined || value === '') return null;
  switch (column.kind) {
    case 'integer':
      return formatInteger(Number(value));
    case 'date':
    case 'instant':
      return <Moment at={value instanceof Date ? value : String(value)} />;
    default:
      return valueLabel(column.labels, String(value));
  }
}

/** The whole text of a cell that may be cut, for its tool tip. */
export function cellTitle(column: ColumnDefinition, value: unknown): string | undefined {
  if (column.kind !== 'text' && column.kind !== 'code') return undefined;
  const words = valueLabel(column.labels, String(value ?? ''));
  return words.length > 24 ? words : undefined;
}
