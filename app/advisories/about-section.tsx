import { bindingLabels } from '@/app/_domain/advisory';
import { isWebAddress } from '@/app/_lib/fields';
import { SourceLink } from '@/app/_parts/source-link';
import { FactList } from '@/components/fact-list';
import { Moment } from '@/components/moment';
import styles from '@/components/record.module.css';
import { RecordLink } from '@/components/record-link';
import { Section } from '@/components/section';
import { ConfirmationBadge } from './confirmation-badge';
import type { Advisory } from './data';
import { jurisdictionName } from './jurisdictions';

/** Who said it, when, to whom, in which words, and which other advisories it stands beside. */
export function AboutSection({ advisory }: { advisory: Advisory }) {
  const { link, audience, quotedClause, notes } = advisory;
  return (
    <Section title="About">
      <p className={styles.text}>{advisory.summary || 'No summary is written yet.'}</p>
      {quotedClause ? <blockquote className={styles.text}>{quotedClause}</blockquote> : null}
      <FactList
        facts={[
          { label: 'Issuer', value: advisory.issuer },
          { label: 'Jurisdiction', value: jurisdictionName(advisory.jurisdiction) },
          { label: 'Issued', value: <Moment at={advisory.issuedOn} /> },
          { label: 'Number', value: advisory.identifier },
          { label: 'Binding', value: bindingLabels[advisory.bindingness] },
          {
            label: 'Confirmed',
            value: <ConfirmationBadge confirmation={advisory.confirmation} />,
          },
          {
            label: 'Link',
            value: isWebAddress(link) ? <SourceLink source="At the issuer" url={link} /> : link,
          },
          { label: 'To whom it speaks', value: audience },
          ...others('Supersedes', advisory.supersedes ? [advisory.supersedes] : []),
          ...others('Superseded by', advisory.supersededBy),
          ...others('Amends', advisory.amends ? [advisory.amends] : []),
          ...others('Amended by', advisory.amendedBy),
          { label: 'Last changed', value: <Moment at={advisory.updatedAt} /> },
        ]}
      />
      {notes ? (
        <div>
          <h3>Notes</h3>
          <p className={styles.text}>{notes}</p>
        </div>
      ) : null}
    </Section>
  );
}

function others(label: string, advisories: Advisory['amendedBy']) {
  if (advisories.length === 0) return [];
  const value = advisories.map(({ id, reference, title }) => (
    <div key={id}>
      <RecordLink href={`/advisories/${id}`}>{reference}</RecordLink> {title}
    </div>
  ));
  return [{ label, value }];
}
