import type { Metadata } from 'next';
import { bindingLabels } from '@/app/_domain/advisory';
import { can } from '@/app/_domain/permission';
import { SourceLink } from '@/app/_parts/source-link';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { AddressLink } from '@/components/address-link';
import { Moment } from '@/components/moment';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { Section } from '@/components/section';
import { ConfirmationBadge } from '../confirmation-badge';
import { jurisdictionName } from '../jurisdictions';
import { RuleViews } from '../rule-view';
import { StatusBadge } from '../status-badge';
import { AdoptButton } from './adopt-button';
import { type AdoptedEntry, readAdopted } from './data';
import { libraryEntries } from './entries';
import type { LibraryEntry } from './entry';
import styles from './library.module.css';

export const metadata: Metadata = { title: 'Library of advisories' };

export default async function LibraryPage() {
  const actor = await requireActor('register:read', '/advisories/library');
  const adopted = await readAdopted(actor);
  const entries = libraryEntries.toSorted((a, b) => (a.issuedOn < b.issuedOn ? 1 : -1));
  return (
    <>
      <PageHeader
        title="Library"
        subtitle="Published advisories in our own words, ready to adopt. Adopting one makes a draft that you can change before it is activated."
        breadcrumbs={[{ label: 'Advisories', href: '/advisories' }]}
      />
      {entries.map((entry) => (
        <EntrySection
          key={entry.libraryId}
          entry={entry}
          adopted={adopted.get(entry.libraryId)}
          mayAdopt={can(actor.roles, 'advisory:write')}
        />
      ))}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}

interface EntrySectionProps {
  entry: LibraryEntry;
  adopted: AdoptedEntry | undefined;
  mayAdopt: boolean;
}

function EntrySection({ entry, adopted, mayAdopt }: EntrySectionProps) {
  const { libraryId, reference, title, issuer, jurisdiction, issuedOn, link } = entry;
  return (
    <Section
      title={title}
      id={libraryId}
      description={
        <>
          {reference} · {issuer} · {jurisdictionName(jurisdiction)} · <Moment at={issuedOn} /> ·{' '}
          {bindingLabels[entry.bindingness]}
        </>
      }
      actions={
        adopted ? (
          <span className={styles.adopted}>
            Adopted as{' '}
            <AddressLink href={`/advisories/${adopted.id}`}>{adopted.reference}</AddressLink>
            <StatusBadge status={adopted.status} />
          </span>
        ) : mayAdopt ? (
          <AdoptButton libraryId={libraryId} reference={reference} />
        ) : null
      }
    >
      <p>{entry.summary}</p>
      <RuleViews rules={entry.rules} issuedOn={issuedOn} isAdopted={false} />
      <p className={styles.source}>
        <ConfirmationBadge confirmation={entry.confirmation} />
        <SourceLink source={link ? 'At the issuer' : ''} url={link} />
      </p>
    </Section>
  );
}
