import type { ReactNode } from 'react';
import { formatInteger } from '@/app/_lib/format';
import styles from './count-bar.module.css';
import { RecordLink } from './record-link';
import type { Tone } from './tone-badge';

export interface CountBarItem {
  label: string;
  /** A number is shown with thousands separators. */
  value: number | string;
  tone?: Tone;
  href?: string;
  note?: ReactNode;
}

/** A few figures that sum up the page. */
export function CountBar({ items }: { items: readonly CountBarItem[] }) {
  return (
    <dl className={styles.bar}>
      {items.map((item) => (
        <div key={item.label} className={styles.item} data-tone={item.tone}>
          <dt>{item.label}</dt>
          <dd data-numeric>
            {item.href ? (
              <RecordLink href={item.href}>{figure(item.value)}</RecordLink>
            ) : (
              figure(item.value)
            )}
            {item.note ? <span className={styles.note}> {item.note}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function figure(value: number | string): string {
  return typeof value === 'number' ? formatInteger(value) : value;
}
