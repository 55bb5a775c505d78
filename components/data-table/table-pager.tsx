'use client';

import { IconChevronLeft, IconChevronLeftPipe, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { TableQuery } from '@/app/_lib/table-query';
import { withoutPaging, withPaging } from '@/app/_lib/table-query-changes';
import { QueryLink } from './query-link';
import { useTableNavigation } from './table-navigation';
import styles from './table-pager.module.css';
import type { TablePage } from './types';

/** Paging is by key, so there is a next and a previous page but no page number. */
export function TablePager({ page }: { page: TablePage<unknown> }) {
  const { query } = useTableNavigation();
  const { next, previous } = page;

  return (
    <nav className={styles.pager} aria-label="Pages">
      <PageLink label="First" to={query.paging && withoutPaging(query)}>
        <IconChevronLeftPipe size={16} stroke={1.7} aria-hidden />
      </PageLink>
      <PageLink
        label="Previous"
        to={previous && withPaging(query, { direction: 'before', key: previous })}
      >
        <IconChevronLeft size={16} stroke={1.7} aria-hidden />
      </PageLink>
      <PageLink label="Next" to={next && withPaging(query, { direction: 'after', key: next })}>
        <IconChevronRight size={16} stroke={1.7} aria-hidden />
      </PageLink>
    </nav>
  );
}

function PageLink({
  label,
  to,
  children,
}: {
  label: string;
  to: TableQuery | undefined;
  children: ReactNode;
}) {
  const words = label === 'Next' ? [label, children] : [children, label];
  if (!to) {
    return (
      <span className={styles.link} aria-disabled="true">
        {words[0]} {words[1]}
      </span>
    );
  }
  return (
    <QueryLink to={to} className={styles.link}>
      {words[0]} {words[1]}
      <span className="visually-hidden"> page</span>
    </QueryLink>
  );
}
