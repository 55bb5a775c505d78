'use client';

import { IconX } from '@tabler/icons-react';
import {
  filterValues,
  withFilterToggled,
  withoutFilters,
  withSearch,
} from '@/app/_lib/table-query-changes';
import styles from './filter-chips.module.css';
import { filterValueWords } from './filter-words';
import { QueryLink } from './query-link';
import { useTableNavigation } from './table-navigation';
import type { ValueNames } from './types';

/** What narrows the table, each with a link that takes it away. */
export function FilterChips({ valueNames }: { valueNames: ValueNames | undefined }) {
  const { definition, query } = useTableNavigation();
  const narrowing = definition.filters.filter(({ kind }) => kind !== 'moment');
  const chips = narrowing.flatMap((filter) =>
    filterValues(query, filter.name).map((value) => ({
      key: `${filter.name}=${value}`,
      label: filter.label,
      words: valueNames?.[filter.name]?.[value] ?? filterValueWords(filter, value),
      without: withFilterToggled(definition, query, filter.name, value),
    })),
  );
  if (query.search) {
    chips.unshift({
      key: 'q',
      label: 'Text',
      words: `“${query.search}”`,
      without: withSearch(query, ''),
    });
  }
  if (chips.length === 0) return null;

  return (
    <ul className={styles.chips} aria-label="Filters in use">
      {chips.map((chip) => (
        <li key={chip.key}>
          <QueryLink to={chip.without} className={styles.chip} title="Take this filter away">
            <span className="visually-hidden">Remove filter </span>
            <span className={styles.words}>
              <span className={styles.label}>{chip.label}</span>
              {chip.words ? <> {chip.words}</> : null}
            </span>
            <IconX size={13} stroke={1.9} aria-hidden />
          </QueryLink>
        </li>
      ))}
      <li>
        <QueryLink to={withoutFilters(definition, query)} className={styles.clear}>
          Clear all
          <span className="visually-hidden"> filters</span>
        </QueryLink>
      </li>
    </ul>
  );
}
