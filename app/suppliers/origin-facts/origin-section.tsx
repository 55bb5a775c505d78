import type { ReactNode } from 'react';
import { countryName } from '@/app/_domain/country';
import { confidenceLabels, facetLabels, type OriginSubject } from '@/app/_domain/origin';
import { Period } from '@/app/_parts/period';
import { SourceLink } from '@/app/_parts/source-link';
import { PlainTable } from '@/components/plain-table';
import styles from '@/components/record.module.css';
import { RemoveButton } from '@/components/remove-button';
import { Section } from '@/components/section';
import { ToneBadge } from '@/components/tone-badge';
import { deleteOriginFact } from './actions';
import { statedCountry, unknownCountry } from './country-choices';
import type { Origin, OriginFactRow } from './data';
import { OriginFactDialog } from './origin-fact-dialog';
import type { OriginFactValues } from './schema';

interface OriginSectionProps {
  subject: OriginSubject;
  subjectId: string;
  origin: Origin;
  mayWrite: boolean;
  description?: ReactNode;
}

/** The headline, and every fact with its source, those that no longer hold included. */
export function OriginSection(props: OriginSectionProps) {
  const { subject, subjectId, origin, mayWrite, description } = props;
  const empty: OriginFactValues = {
    id: null,
    subject,
    subjectId,
    facet: 'headquarters',
    country: '',
    source: '',
    sourceUrl: '',
    confidence: 'unverified',
    validFrom: '',
    validTo: '',
  };
  return (
    <Section
      id="origin"
      title="Country of origin"
      description={description}
      actions={
        mayWrite ? (
          <OriginFactDialog label="Add fact" title="Add an origin fact" values={empty} />
        ) : null
      }
    >
      <Headline origin={origin} />
      <PlainTable
        caption="Origin facts"
        columns={[
          { label: 'What about' },
          { label: 'Country' },
          { label: 'Confidence' },
          { label: 'Source' },
          { label: 'Holds' },
          ...(mayWrite ? [{ label: 'Change' }] : []),
        ]}
        rows={origin.facts.map((fact) => ({
          key: fact.id,
          cells: [
            facetLabels[fact.facet],
            <CountryCell key="country" fact={fact} />,
            confidenceLabels[fact.confidence],
            <SourceLink key="source" source={fact.source} url={fact.sourceUrl} />,
            <Period key="period" from={fact.validFrom} to={fact.validTo} />,
            ...(mayWrite ? [<FactButtons key="change" fact={fact} values={empty} />] : []),
          ],
        }))}
        empty="No origin fact is recorded here."
      />
    </Section>
  );
}

function Headline({ origin: { headline } }: { origin: Origin }) {
  if (!headline) {
    return (
      <p>
        <ToneBadge tone="caution">Not recorded</ToneBadge> No fact that holds today names a country
        by which the origin is told. Advice on a country cannot be ruled out.
      </p>
    );
  }
  return (
    <p>
      <strong>{countryName(headline.country)}</strong>, by{' '}
      {facetLabels[headline.facet].toLowerCase()}. Source: {headline.source}
    </p>
  );
}

function CountryCell({ fact }: { fact: OriginFactRow }) {
  return (
    <>
      {statedCountry(fact.country)}{' '}
      {fact.holds ? null : <ToneBadge tone="neutral">Does not hold</ToneBadge>}
    </>
  );
}

function FactButtons({ fact, values }: { fact: OriginFactRow; values: OriginFactValues }) {
  const what = `${facetLabels[fact.facet]}: ${statedCountry(fact.country)}`;
  const { holds: _, ...recorded } = fact;
  return (
    <span className={styles.buttons}>
      <OriginFactDialog
        label="Change"
        about={what}
        title="Change an origin fact"
        values={{ ...values, ...recorded, country: fact.country ?? unknownCountry }}
      />
      <RemoveButton id={fact.id} remove={deleteOriginFact} what={what} />
    </span>
  );
}
