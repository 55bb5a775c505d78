import type { ReactNode } from 'react';
import styles from './fact-list.module.css';

export interface Fact {
  label: string;
  value: ReactNode;
  /** Below the value in smaller letters: a source, a date, a reason. */
  note?: ReactNode;
}

export interface FactListProps {
  facts: readonly Fact[];
  columns?: 1 | 2 | 3;
}

/** Labels and values. A missing value says so, since a blank could be taken for an answer. */
export function FactList({ facts, columns = 1 }: FactListProps) {
  return (
    <dl className={styles.facts} data-columns={columns}>
      {facts.map((fact) => (
        <div key={fact.label} className={styles.fact}>
          <dt>{fact.label}</dt>
          <dd>
            {isMissing(fact.value) ? (
              <span className={styles.missing}>Not recorded</span>
            ) : (
              fact.value
            )}
            {fact.note ? <div className={styles.note}>{fact.note}</div> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function isMissing(value: ReactNode): boolean {
  return value === null || value === undefined || value === '' || value === false;
}
