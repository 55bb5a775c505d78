import type { QueryProblem } from '@/app/_lib/table-query';
import { AddressLink } from './address-link';
import { ErrorNotice } from './error-notice';
import { hrefWithout } from './problem-hrefs';
import styles from './problem-list.module.css';

export interface ProblemListProps {
  problems: readonly QueryProblem[];
  /** The table's address without its query. */
  path: string;
  params: URLSearchParams;
}

/** Everything in an address that could not be understood, each with a link that drops it. */
export function ProblemList({ problems, path, params }: ProblemListProps) {
  return (
    <ErrorNotice
      title="This address asks for something that cannot be understood"
      what="Nothing is shown, since leaving a filter out would show more than was asked for."
      where={
        <ul className={styles.problems}>
          {problems.map((problem) => (
            <li key={`${problem.parameter}=${problem.value}`}>
              <code>
                {problem.parameter}
                {problem.value ? `=${problem.value}` : ''}
              </code>{' '}
              {problem.reason}{' '}
              <AddressLink href={hrefWithout(path, params, problem)}>Leave it out</AddressLink>
            </li>
          ))}
        </ul>
      }
      action={<AddressLink href={path}>Begin without any filter</AddressLink>}
    />
  );
}
