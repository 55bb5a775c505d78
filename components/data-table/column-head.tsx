'use client';

import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ColumnDefinition } from '@/app/_lib/table-definition';
import { withSort } from '@/app/_lib/table-query-changes';
import { QueryLink } from './query-link';
import styles from './table-grid.module.css';
import { useTableNavigation } from './table-navigation';

export interface ColumnHeadProps {
  column: ColumnDefinition;
  direction: 'ascending' | 'descending' | 'none';
  /** 1 for what sorts first; undefined where one column alone sorts. */
  place?: number;
}

/** A column's name as a link that sorts by it. Shift adds it behind the columns that sort already. */
export function ColumnHead({ column, direction, place }: ColumnHeadProps) {
  const { definition, query } = useTableNavigation();
  if (column.sortable === false) return <span title={column.description}>{column.label}</span>;

  const Arrow = direction === 'descending' ? IconArrowDown : IconArrowUp;
  return (
    <QueryLink
      className={styles.sort}
      to={withSort(definition, query, column.name)}
      toWithShift={withSort(definition, query, column.name, 'further')}
      title={`${column.description} Sort by it; with Shift, as a further column.`}
    >
      {column.label}
      {direction === 'none' ? null : <Arrow size={13} stroke={2} aria-hidden />}
      {place === undefined ? null : (
        <span className={styles.place} aria-hidden>
          {place}
        </span>
      )}
    </QueryLink>
  );
}
