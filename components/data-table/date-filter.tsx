'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { isIsoDate } from '@/app/_lib/iso-time';
import type { DateFilter as DateFilterDefinition } from '@/app/_lib/table-definition';
import { filterValues, withFilter } from '@/app/_lib/table-query-changes';
import styles from './filter-panel.module.css';
import { useTableNavigation } from './table-navigation';

/** A year typed digit by digit is a valid date at "0002" already, so earlier years wait. */
const earliest = '1900-01-01';
const settleMilliseconds = 500;

export function DateFilter({ filter }: { filter: DateFilterDefinition }) {
  const { definition, query, go } = useTableNavigation();
  const id = useId();
  const asked = (filterValues(query, filter.name)[0] ?? '').slice(0, 10);
  const [text, setText] = useState(asked);
  const [known, setKnown] = useState(asked);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  if (asked !== known) {
    setKnown(asked);
    setText(asked);
  }

  useEffect(() => () => clearTimeout(timer.current), []);

  function change(next: string) {
    setText(next);
    clearTimeout(timer.current);
    if (next !== '' && (!isIsoDate(next) || next < earliest)) return;
    timer.current = setTimeout(() => {
      go((current) => withFilter(definition, current, filter.name, next === '' ? [] : [next]));
    }, settleMilliseconds);
  }

  return (
    <div className={styles.date}>
      <label htmlFor={id}>{filter.label}</label>
      <input
        id={id}
        type="date"
        value={text}
        max="9999-12-31"
        onChange={(event) => change(event.currentTarget.value)}
      />
    </div>
  );
}
