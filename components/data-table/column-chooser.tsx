'use client';

import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { defaultQuery, shownColumns } from '@/app/_lib/table-query';
import { withColumns } from '@/app/_lib/table-query-changes';
import styles from './column-chooser.module.css';
import { useTableNavigation } from './table-navigation';

/** Which columns there are, and in which order; chosen ones stand first. */
export function ColumnChooser() {
  const { definition, query, go } = useTableNavigation();
  const [moved, setMoved] = useState('');
  const list = useRef<HTMLUListElement>(null);

  const chosen = shownColumns(definition, query);
  const others = definition.columns.filter((column) => !chosen.includes(column));
  const names = chosen.map((column) => column.name);
  const choose = (next: readonly string[]) => go(withColumns(definition, query, next), 'replace');

  function move(name: string, label: string, by: -1 | 1) {
    const from = names.indexOf(name);
    const next = names.toSpliced(from, 1).toSpliced(from + by, 0, name);
    choose(next);
    setMoved(`${label} is now column ${from + by + 1} of ${names.length}.`);
    // At either end the button just used is disabled and would lose the focus.
    const end = by === -1 ? from + by === 0 : from + by === names.length - 1;
    if (end) {
      const opposite = by === -1 ? 'down' : 'up';
      list.current?.querySelector<HTMLButtonElement>(`[data-move="${opposite} ${name}"]`)?.focus();
    }
  }

  return (
    <div className={styles.chooser}>
      <ul ref={list} className={styles.columns} aria-label="Columns">
        {[...chosen, ...others].map((column) => {
          const place = names.indexOf(column.name);
          const isShown = place >= 0;
          return (
            <li key={column.name} className={styles.column}>
              <label className={styles.name} title={column.description}>
                <input
                  type="checkbox"
                  checked={isShown}
                  disabled={isShown && names.length === 1}
                  onChange={() =>
                    choose(
                      isShown
                        ? names.filter((name) => name !== column.name)
                        : [...names, column.name],
                    )
                  }
                />
                {column.label}
              </label>
              {isShown ? (
                <>
                  <button
                    type="button"
                    className={styles.move}
                    data-move={`up ${column.name}`}
                    aria-label={`Move ${column.label} forward`}
                    disabled={place === 0}
                    onClick={() => move(column.name, column.label, -1)}
                  >
                    <IconArrowUp size={15} stroke={1.7} aria-hidden />
                  </button>
                  <button
                    type="button"
                    className={styles.move}
                    data-move={`down ${column.name}`}
                    aria-label={`Move ${column.label} back`}
                    disabled={place === names.length - 1}
                    onClick={() => move(column.name, column.label, 1)}
                  >
                    <IconArrowDown size={15} stroke={1.7} aria-hidden />
                  </button>
                </>
              ) : null}
            </li>
          );
        })}
      </ul>
      <button
        type="button"
        className={styles.usual}
        disabled={query.columns === undefined}
        onClick={() =>
          choose(shownColumns(definition, defaultQuery(definition)).map((column) => column.name))
        }
      >
        Back to the usual columns
      </button>
      <p className="visually-hidden" role="status">
        {moved}
      </p>
    </div>
  );
}
