'use client';

import type { ReactNode } from 'react';
import { formatInteger } from '@/app/_lib/format';
import styles from './selection-bar.module.css';
import type { DataTableProps } from './types';
import type { SelectionState } from './use-table-selection';

export interface SelectionBarProps {
  state: SelectionState;
  total: number;
  noun: DataTableProps<object>['noun'];
  children: ReactNode;
}

/** What is selected and what can be done with it. It stands in a row of its own height at all times. */
export function SelectionBar({ state, total, noun, children }: SelectionBarProps) {
  const { selection } = state;
  const things = selection.count === 1 ? noun.one : noun.many;

  return (
    <section className={styles.bar} aria-label="Selected rows">
      <p className={styles.count} role="status">
        {selection.allMatching
          ? `All ${formatInteger(selection.count)} matching ${things} selected`
          : `${formatInteger(selection.count)} ${things} selected`}
      </p>
      {!selection.allMatching && total > selection.count ? (
        <button type="button" className={styles.link} onClick={state.selectAllMatching}>
          Select all {formatInteger(total)} that match
        </button>
      ) : null}
      <button type="button" className={styles.link} onClick={selection.clear}>
        Clear selection
      </button>
      <div className={styles.actions}>{children}</div>
    </section>
  );
}
