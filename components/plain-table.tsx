import type { ReactNode } from 'react';
import styles from './plain-table.module.css';

export interface PlainTableProps {
  /** Says what the table holds; read out, not shown. */
  caption: string;
  columns: readonly { label: string; align?: 'end' }[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  /** Shown in place of the table when there is no row. */
  empty?: ReactNode;
}

/** A short list that needs no filters: facts, components, sessions. */
export function PlainTable({ caption, columns, rows, empty }: PlainTableProps) {
  if (rows.length === 0 && empty) return <div className={styles.empty}>{empty}</div>;

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className={styles.region} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.label} scope="col" data-align={column.align}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {row.cells.map((cell, index) => (
                <td key={columns[index]?.label ?? index} data-align={columns[index]?.align}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
