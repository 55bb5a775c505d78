'use client';

import { IconDownload, IconFilter, IconReceipt } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { AtLeastFilter } from '@/app/_lib/table-definition';
import { tableHref } from '@/app/_lib/table-query';
import { filterValues, withoutPaging } from '@/app/_lib/table-query-changes';
import { ColumnMenu } from './column-menu';
import { RankToggles } from './rank-toggles';
import { SearchField } from './search-field';
import { useTableNavigation } from './table-navigation';
import styles from './table-toolbar.module.css';

export interface TableToolbarProps {
  exportPath?: string;
  hasPanel: boolean;
  panelOpen: boolean;
  /** Beside the table on wide screens, over the page on narrow ones. */
  onPanel: (place: 'beside' | 'over') => void;
  children?: ReactNode;
}

/** Leads to the receipt of the reader's newest export. */
const receiptPath = '/receipts/latest';

export function TableToolbar(props: TableToolbarProps) {
  const { exportPath, hasPanel, panelOpen, onPanel, children } = props;
  const { definition, query } = useTableNavigation();
  const [exported, setExported] = useState(false);
  const used = definition.filters
    .filter(({ kind }) => kind !== 'moment')
    .reduce((sum, { name }) => sum + filterValues(query, name).length, 0);
  const ranks = definition.filters.filter(
    (filter): filter is AtLeastFilter => filter.kind === 'atLeast',
  );
  const filterButton = (
    <>
      <IconFilter size={16} stroke={1.6} aria-hidden />
      Filters
      {used > 0 ? <span className={styles.used}>{used}</span> : null}
    </>
  );

  return (
    <div className={styles.toolbar}>
      {hasPanel ? (
        <>
          <button
            type="button"
            className={styles.tool}
            data-screen="wide"
            aria-expanded={panelOpen}
            onClick={() => onPanel('beside')}
          >
            {filterButton}
          </button>
          <button
            type="button"
            className={styles.tool}
            data-screen="narrow"
            aria-haspopup="dialog"
            onClick={() => onPanel('over')}
          >
            {filterButton}
          </button>
        </>
      ) : null}
      {definition.search ? <SearchField label={definition.search.label} /> : null}
      {ranks.map((filter) => (
        <RankToggles key={filter.name} filter={filter} />
      ))}
      <div className={styles.end}>
        {children}
        <ColumnMenu />
        {exportPath ? (
          <a
            className={styles.tool}
            href={tableHref(definition, withoutPaging(query), exportPath)}
            download
            onClick={() => setExported(true)}
          >
            <IconDownload size={16} stroke={1.6} aria-hidden />
            <span>
              Export<span className={styles.optional}> CSV</span>
            </span>
          </a>
        ) : null}
        {/* A download gives the page nothing back, so its receipt is found by who asked last. */}
        <span className={styles.receipt} role="status">
          {exported ? (
            <a className={styles.tool} href={receiptPath}>
              <IconReceipt size={16} stroke={1.6} aria-hidden />
              Receipt
            </a>
          ) : null}
        </span>
      </div>
    </div>
  );
}
