'use client';

import { IconHistory } from '@tabler/icons-react';
import { isIsoDate } from '@/app/_lib/iso-time';
import { withAsOf } from '@/app/_lib/table-query-changes';
import { formatMoment } from '../format-moment';
import styles from './as-at-banner.module.css';
import { QueryLink } from './query-link';
import { useTableNavigation } from './table-navigation';

/** Says that the rows are those of a past moment. */
export function AsAtBanner({ asOf }: { asOf: string }) {
  const { query } = useTableNavigation();
  return (
    <div className={styles.banner}>
      <IconHistory size={18} stroke={1.7} aria-hidden />
      <p>
        <strong>
          As at {isIsoDate(asOf) ? 'the end of ' : ''}
          {formatMoment(asOf)}.
        </strong>{' '}
        This is the past, for reading only.
      </p>
      <QueryLink to={withAsOf(query, undefined)}>Back to the present</QueryLink>
    </div>
  );
}
