'use client';

import type { AtLeastFilter } from '@/app/_lib/table-definition';
import { filterValues, withFilter } from '@/app/_lib/table-query-changes';
import { atLeastWords } from './filter-words';
import { useTableNavigation } from './table-navigation';
import styles from './table-toolbar.module.css';

/** One button per rank but the lowest, which would leave nothing out. */
export function RankToggles({ filter }: { filter: AtLeastFilter }) {
  const { definition, query, go } = useTableNavigation();
  const asked = filterValues(query, filter.name)[0];
  const lowest = Math.min(...Object.values(filter.ranks));
  const words = Object.keys(filter.ranks).filter((word) => (filter.ranks[word] ?? 0) > lowest);

  return (
    <fieldset className={styles.ranks}>
      <legend className="visually-hidden">{filter.label}</legend>
      {words.map((word) => (
        <button
          key={word}
          type="button"
          className={styles.rank}
          aria-pressed={asked === word}
          onClick={() =>
            go(withFilter(definition, query, filter.name, asked === word ? [] : [word]))
          }
        >
          {atLeastWords(filter.ranks, word)}
        </button>
      ))}
    </fieldset>
  );
}
