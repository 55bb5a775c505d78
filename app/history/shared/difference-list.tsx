import type { Difference } from '../differences';
import styles from './difference-list.module.css';

/** What was changed, a line for each field. */
export function DifferenceList({ differences }: { differences: readonly Difference[] }) {
  return (
    <ul className={styles.list}>
      {differences.map(({ field, before, after }) => (
        <li key={field}>
          <span className={styles.field}>{field}: </span>
          {before === '' ? null : <del className={styles.before}>{before}</del>}
          {before !== '' && after !== '' ? <Arrow /> : null}
          {after === '' ? null : <ins className={styles.after}>{after}</ins>}
        </li>
      ))}
    </ul>
  );
}

function Arrow() {
  return (
    <>
      <span aria-hidden> → </span>
      <span className="visually-hidden"> became </span>
    </>
  );
}
