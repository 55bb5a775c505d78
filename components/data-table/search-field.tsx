'use client';

import { IconSearch, IconX } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { formatTableQuery } from '@/app/_lib/table-query';
import { withSearch } from '@/app/_lib/table-query-changes';
import { KeptParameters } from '../kept-parameters';
import { useTableNavigation } from './table-navigation';
import styles from './table-toolbar.module.css';

const settleMilliseconds = 300;

/** Text search: follows typing after a short pause, and Enter at once. */
export function SearchField({ label }: { label: string }) {
  const { definition, query, go } = useTableNavigation();
  const [text, setText] = useState(query.search);
  const [known, setKnown] = useState(query.search);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef({ query, typed: false });
  latest.current.query = query;

  // The address changed by other means (back, a removed chip): the field follows it. What is being
  // typed stays, since the address then only repeats an earlier state of the field.
  if (query.search !== known) {
    setKnown(query.search);
    if (!latest.current.typed || query.search === '') setText(query.search);
  }

  useEffect(() => () => clearTimeout(timer.current), []);

  function search(next: string) {
    clearTimeout(timer.current);
    latest.current.typed = false;
    const { query: current } = latest.current;
    if (next.trim() === current.search) return;
    // A word in the making is one step back, not one per letter.
    const isRefinement = current.search !== '' && next.trim() !== '';
    go(withSearch(current, next), isRefinement ? 'replace' : 'push');
  }

  function change(next: string) {
    setText(next);
    latest.current.typed = true;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => search(next), settleMilliseconds);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    search(text);
  }

  const others = formatTableQuery(definition, withSearch(query, ''));

  return (
    <search className={styles.search}>
      <form action={definition.path} onSubmit={submit}>
        <KeptParameters params={others} />
        <IconSearch className={styles.searchIcon} size={16} stroke={1.7} aria-hidden />
        <input
          ref={input}
          className={styles.searchInput}
          type="search"
          name="q"
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          aria-label={label}
          placeholder={label}
          value={text}
          onChange={(event) => change(event.currentTarget.value)}
        />
        {text ? (
          <button
            type="button"
            className={styles.searchClear}
            aria-label="Clear the search"
            onClick={() => {
              setText('');
              search('');
              input.current?.focus();
            }}
          >
            <IconX size={14} stroke={1.8} aria-hidden />
          </button>
        ) : null}
      </form>
    </search>
  );
}
