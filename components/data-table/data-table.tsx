'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { formatInteger } from '@/app/_lib/format';
import type { TableQuery } from '@/app/_lib/table-query';
import { withAsOf } from '@/app/_lib/table-query-changes';
import { AsAtBanner } from '../as-at-banner';
import styles from './data-table.module.css';
import { FilterChips } from './filter-chips';
import { FilterPanel, isInPanel } from './filter-panel';
import { NoRows } from './no-rows';
import { QueryLink } from './query-link';
import { SelectionBar } from './selection-bar';
import { TableGrid } from './table-grid';
import { TableNavigationContext, useNewTableNavigation } from './table-navigation';
import { TablePager } from './table-pager';
import { TableToolbar } from './table-toolbar';
import type { DataTableProps, TablePage } from './types';
import { useTableSelection } from './use-table-selection';

const FilterDrawer = dynamic(
  () => import('./filter-drawer').then((module) => module.FilterDrawer),
  {
    ssr: false,
  },
);

const noCells = {};

/**
 * A table whose whole state is in its address. As a direct child of the page's main element it
 * fills the screen, and its rows scroll under their head.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { definition, query, page, noun, selectionActions } = props;
  const navigation = useNewTableNavigation(definition, query);
  const [panelOpen, setPanelOpen] = useState(true);
  const [drawerOpen, setDrawerOpen] = useState(false);
  const ids = page.rows.map((row) => String((row as Record<string, unknown>)[definition.key]));
  const selected = useTableSelection(definition, query, { ids, total: page.total });

  const isNarrowed = query.search !== '' || Object.keys(query.filters).length > 0;
  if (props.empty && page.total === 0 && !isNarrowed && !query.asOf) return props.empty;

  const hasPanel = definition.filters.some(isInPanel);
  const things = page.total === 1 ? noun.one : noun.many;
  const hasSelection = selectionActions !== undefined && selected.selection.count > 0;

  return (
    <TableNavigationContext value={navigation}>
      <div className={styles.frame} data-fills-page>
        {query.asOf ? (
          <AsAtBanner asOf={query.asOf}>
            <QueryLink to={withAsOf(query, undefined)}>Back to the present</QueryLink>
          </AsAtBanner>
        ) : null}
        <TableToolbar
          exportPath={props.exportPath}
          hasPanel={hasPanel}
          panelOpen={panelOpen}
          onPanel={(place) => (place === 'over' ? setDrawerOpen(true) : setPanelOpen(!panelOpen))}
        >
          {props.toolbar}
        </TableToolbar>
        <div className={styles.summary}>
          <p className={styles.total} role="status">
            <strong>{formatInteger(page.total)}</strong> {things}
          </p>
          <FilterChips valueNames={props.valueNames} />
        </div>
        <div className={styles.body}>
          {hasPanel && panelOpen ? (
            <section className={styles.panel} aria-label="Filters">
              <FilterPanel facets={page.facets} />
            </section>
          ) : null}
          <div className={styles.card} aria-busy={navigation.pending}>
            {navigation.pending ? <div className={styles.progress} /> : null}
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
            <section className={styles.region} aria-label={`Table of ${noun.many}`} tabIndex={0}>
              <TableGrid
                definition={definition}
                query={query}
                rows={page.rows}
                caption={`${formatInteger(page.total)} ${things}`}
                cells={props.cells ?? noCells}
                rowHref={props.rowHref}
                selection={selectionActions ? selected : undefined}
              />
              {page.rows.length === 0 ? <NoRows total={page.total} noun={noun} /> : null}
            </section>
            <div className={styles.foot} data-selection={hasSelection || undefined}>
              {hasSelection ? (
                <SelectionBar state={selected} total={page.total} noun={noun}>
                  {selectionActions(selected.selection)}
                </SelectionBar>
              ) : (
                <p className={styles.range}>{rangeWords(query, page)}</p>
              )}
              <TablePager page={page} />
            </div>
          </div>
        </div>
        {drawerOpen ? (
          <FilterDrawer page={page} noun={noun} onClose={() => setDrawerOpen(false)} />
        ) : null}
      </div>
    </TableNavigationContext>
  );
}

/** Which rows these are. In the middle their number is unknown, since paging is by key. */
function rangeWords(
  query: TableQuery,
  { rows, total, next, previous }: TablePage<unknown>,
): string {
  const of = `of ${formatInteger(total)}`;
  if (rows.length === 0) return '';
  if (!query.paging || !previous) return `1–${formatInteger(rows.length)} ${of}`;
  if (!next) {
    return `${formatInteger(total - rows.length + 1)}–${formatInteger(total)} ${of}`;
  }
  return `${formatInteger(rows.length)} ${of}`;
}
