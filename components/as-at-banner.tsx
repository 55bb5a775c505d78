import { IconHistory } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { isIsoDate } from '@/app/_lib/iso-time';
import styles from './as-at-banner.module.css';
import { formatMoment } from './format-moment';

export interface AsAtBannerProps {
  /** A date or an instant in UTC. */
  asOf: string;
  /** The way back to the present. */
  children: ReactNode;
}

/** Says that what is shown is that of a past moment. */
export function AsAtBanner({ asOf, children }: AsAtBannerProps) {
  return (
    <div className={styles.banner}>
      <IconHistory size={18} stroke={1.7} aria-hidden />
      <p>
        <strong>As at {momentWords(asOf)}.</strong> This is the past, for reading only.
      </p>
      {children}
    </div>
  );
}

/** A moment as `asOf` means it: a date is the state at its end. */
export function momentWords(asOf: string): string {
  return `${isIsoDate(asOf) ? 'the end of ' : ''}${formatMoment(asOf)}`;
}
