'use client';

import { useId, useState } from 'react';
import { formatInteger } from '@/app/_lib/format';
import type { AnyOfFilter } from '@/app/_lib/table-definition';
import { filterValues, withFilter, withFilterToggled } from '@/app/_lib/table-query-changes';
import styles from './filter-panel.module.css';
import { filterValueWords } from './filter-words';
import { useTableNavigation } from './table-navigation';
import type { FacetCount } from './types';

const shortListLength = 7;
const knownByHeart = 24;

/** Check boxes for the values of one filter, with the number of rows beside each. */
export function ValueFilter({
  filter,
  counts,
}: {
  filter: AnyOfFilter;
  counts: readonly FacetCount[] | undefined;
}) {
  const { definition, query, go } = useTableNavigation();
  const [search, setSearch] = useState('');
  const [all, setAll] = useState(false);
  const listId = useId();

  const chosen = filterValues(query, filter.name);
  const options = filterOptions(filter, counts, chosen);
  const isLong = options.length > shortListLength + 2;
  const found = search
    ? options.filter((option) => option.words.toLowerCase().includes(search.toLowerCase()))
    : options;
  const shown =
    !isLong || all || search
      ? found
      : options.filter((option, index) => index < shortListLength || chosen.includes(option.value));

  return (
    <div>
      {isLong ? (
        <input
          type="search"
          className={styles.listSearch}
          placeholder={`Find in ${options.length}`}
          aria-label={`Find in ${filter.label}`}
          aria-controls={listId}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      ) : null}
      <ul
        id={listId}
        className={styles.values}
        data-scrolls={(isLong && (all || search)) || undefined}
      >
        {shown.map((option) => (
          <li key={option.value}>
            <label className={styles.value} data-none={option.count === 0 || undefined}>
              <input
                type="checkbox"
                checked={chosen.includes(option.value)}
                onChange={() => go(withFilterToggled(definition, query, filter.name, option.value))}
              />
              <span className={styles.words}>{option.words}</span>
              {option.count === undefined ? null : (
                <span className={styles.count}>{formatInteger(option.count)}</span>
              )}
            </label>
          </li>
        ))}
        {shown.length === 0 ? <li className={styles.nothing}>Nothing found</li> : null}
      </ul>
      {isLong && !search ? (
        <button type="button" className={styles.more} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${options.length}`}
        </button>
      ) : null}
      {chosen.length > 0 ? (
        <button
          type="button"
          className={styles.more}
          onClick={() => go(withFilter(definition, query, filter.name, []))}
        >
          Clear
          <span className="visually-hidden"> {filter.label}</span>
        </button>
      ) : null}
    </div>
  );
}

interface FilterOption {
  value: string;
  words: string;
  count: number | undefined;
}

/**
 * Values in the definition's order, after the missing one; where the list is open or too long to
 * know by heart, the most frequent first. Values without rows are left out, unless they are chosen
 * or the list is short.
 */
function filterOptions(
  filter: AnyOfFilter,
  counts: readonly FacetCount[] | undefined,
  chosen: readonly string[],
): FilterOption[] {
  const countOf = new Map(counts?.map(({ value, count }) => [value, count]));
  const defined = filter.values ?? [];
  const found = [...new Set([...countOf.keys(), ...chosen])].filter(
    (value) => !defined.includes(value),
  );
  const options = [...found, ...defined].map((value) => ({
    value,
    words: filterValueWords(filter, value),
    count: counts ? (countOf.get(value) ?? 0) : undefined,
  }));
  const isShort = defined.length <= shortListLength;
  const useful = options.filter(
    ({ value, count }) =>
      count !== 0 || chosen.includes(value) || (isShort && defined.includes(value)),
  );
  if (defined.length > 0 && defined.length <= knownByHeart) return useful;
  return useful.sort((a, b) => (b.count ?? 0) - (a.count ?? 0) || (a.words < b.words ? -1 : 1));
}
