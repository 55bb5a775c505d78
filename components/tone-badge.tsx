import type { ReactNode } from 'react';
import styles from './tone-badge.module.css';

export type Tone = 'neutral' | 'accent' | 'good' | 'caution' | 'danger';

export interface ToneBadgeProps {
  tone: Tone;
  children: ReactNode;
}

/** A short code or state. The words carry the meaning; the tone only helps the eye. */
export function ToneBadge({ tone, children }: ToneBadgeProps) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {children}
    </span>
  );
}
