'use client';

import type { ReactNode } from 'react';
import type {
  AnyOfFilter,
  DateFilter as DateFilterDefinition,
  FilterDefinition,
  FlagFilter,
} from '@/app/_lib/table-definition';
import { filterValues, withFilter } from '@/app/_lib/table-query-changes';
import { DateFilter } from './date-filter';
import styles from './filter-panel.module.css';
import { useTableNavigation } from './table-navigation';
import type { TablePage } from './types';
import { ValueFilter } from './value-filter';

/** Groups beyond these start closed, so that the panel can be taken in at a glance. */
const initiallyOpen = 4;

/** Ids have no list to choose from: they come by link, and go by their chip. */
export function isInPanel(filter: FilterDefinition): boolean {
  if (filter.kind === 'anyOf') return filter.facet || filter.values !== undefined;
  return filter.kind !== 'atLeast' && filter.kind !== 'moment';
}

/** Every filter of the table but the one-click ranks, which stand in the toolbar. */
export function FilterPanel({ facets }: { facets: TablePage<unknown>['facets'] }) {
  const { definition, query } = useTableNavigation();
  const flags = definition.filters.filter((filter): filter is FlagFilter => filter.kind === 'flag');
  const dates = definition.filters.filter(
    (filter): filter is DateFilterDefinition => filter.kind === 'before' || filter.kind === 'after',
  );
  const values = definition.filters.filter(
    (filter): filter is AnyOfFilter => filter.kind === 'anyOf' && isInPanel(filter),
  );
  const isUsed = (name: string) => filterValues(query, name).length > 0;

  return (
    <>
      {flags.length > 0 ? (
        <FilterGroup label="Show only" open>
          <ul className={styles.values}>
            {flags.map((filter) => (
              <li key={filter.name}>
                <FlagControl filter={filter} />
              </li>
            ))}
          </ul>
        </FilterGroup>
      ) : null}
      {values.map((filter, index) => (
        <FilterGroup
          key={filter.name}
          label={filter.label}
          chosen={filterValues(query, filter.name).length}
          open={index < initiallyOpen || isUsed(filter.name)}
        >
          <ValueFilter filter={filter} counts={facets[filter.name]} />
        </FilterGroup>
      ))}
      {dates.length > 0 ? (
        <FilterGroup label="Dates" open={dates.some((filter) => isUsed(filter.name))}>
          <div className={styles.dates}>
            {dates.map((filter) => (
              <DateFilter key={filter.name} filter={filter} />
            ))}
          </div>
        </FilterGroup>
      ) : null}
    </>
  );
}

function FilterGroup({
  label,
  chosen = 0,
  open,
  children,
}: {
  label: string;
  chosen?: number;
  open: boolean;
  children: ReactNode;
}) {
  return (
    <details className={styles.group} open={open}>
      <summary className={styles.label}>
        {label}
        {chosen > 0 ? <span className={styles.chosen}>{chosen} chosen</span> : null}
      </summary>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be the body of a details */}
      <div role="group" aria-label={label}>
        {children}
      </div>
    </details>
  );
}

function FlagControl({ filter }: { filter: FlagFilter }) {
  const { definition, query, go } = useTableNavigation();
  const on = filterValues(query, filter.name).length > 0;
  return (
    <label className={styles.value}>
      <input
        type="checkbox"
        checked={on}
        onChange={() => go(withFilter(definition, query, filter.name, on ? [] : ['true']))}
      />
      <span className={styles.words}>{filter.label}</span>
    </label>
  );
}
