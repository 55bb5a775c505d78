import type { Finding, MissingFact } from '@/app/_domain/finding';
import { missingFactHref, missingFactWords } from '@/app/_domain/missing-fact';
import { SourceLink } from '@/app/_parts/source-link';
import { AddressLink } from '@/components/address-link';
import styles from './judgement-list.module.css';

/** The findings that decided, each with its sources or with the facts that are missing. */
export function FindingList({
  findings,
  mayWrite,
}: {
  findings: readonly Finding[];
  mayWrite: boolean;
}) {
  return (
    <ul className={styles.findings}>
      {findings.map(({ words, sources, missing }) => (
        <li key={words}>
          {words.charAt(0).toUpperCase()}
          {words.slice(1)}
          {sources.map(({ source, sourceUrl }) => (
            <span key={`${source} ${sourceUrl}`} className={styles.sources}>
              {' '}
              · <SourceLink source={source} url={sourceUrl} />
            </span>
          ))}
          {distinct(missing).map((fact) => (
            <span key={nameOf(fact)} className={styles.sources}>
              {' '}
              ·{' '}
              <AddressLink href={missingFactHref(fact, mayWrite)}>
                {mayWrite ? 'Enter' : 'Missing'}: {nameOf(fact)}
              </AddressLink>
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

function nameOf(fact: MissingFact): string {
  const facet = 'facet' in fact ? fact.facet : '';
  return `${missingFactWords({ kind: fact.kind, facet })}, ${fact.subject}`;
}

function distinct(facts: readonly MissingFact[]): MissingFact[] {
  return [...new Map(facts.map((fact) => [nameOf(fact), fact])).values()];
}
