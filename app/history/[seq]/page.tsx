import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { formatInteger } from '@/app/_lib/format';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { LinkButton } from '@/components/link-button';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { PlainTable } from '@/components/plain-table';
import { Section } from '@/components/section';
import { ToneBadge } from '@/components/tone-badge';
import { type HistoryEvent, readEvent } from '../data';
import { actionTone } from '../event-tone';
import { actionWords } from '../event-words';
import { ChainFacts, EventFacts } from './event-facts';

export async function generateMetadata({ params }: PageProps<'/history/[seq]'>): Promise<Metadata> {
  return { title: `Event ${(await params).seq}` };
}

export default async function EventPage({ params }: PageProps<'/history/[seq]'>) {
  const { seq } = await params;
  const actor = await requireActor('history:read', `/history/${seq}`);
  const event = (await readEvent(actor, seq)) ?? notFound();
  return (
    <>
      <PageHeader
        title={`Event ${formatInteger(Number(seq))}`}
        badge={<ToneBadge tone={actionTone(event.action)}>{actionWords(event.action)}</ToneBadge>}
        breadcrumbs={[{ label: 'History', href: '/history' }]}
      />
      <Section title="What happened">
        <EventFacts event={event} />
      </Section>
      {event.isBulk ? <ManyRows event={event} /> : <Differences event={event} />}
      <Section title="In the chain">
        <ChainFacts event={event} />
      </Section>
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}

function Differences({ event: { differences } }: { event: HistoryEvent }) {
  return (
    <Section title="Field by field">
      <PlainTable
        caption="What the event says of each field"
        columns={[{ label: 'Field' }, { label: 'Before' }, { label: 'After' }]}
        rows={differences.map(({ field, before, after }) => ({
          key: field,
          cells: [field, before, after],
        }))}
        empty="The event has no further detail."
      />
    </Section>
  );
}

function ManyRows({ event: { seq, rowCount } }: { event: HistoryEvent }) {
  return (
    <Section
      title="Many rows at once"
      description={`One change wrote ${formatInteger(rowCount)} rows. Each has its own hash, and the event has a digest over all of them.`}
      actions={
        <LinkButton href={`/history/changes?event=${seq}`} variant="default" size="xs">
          Show the rows
        </LinkButton>
      }
    >
      <p>
        <LinkButton
          href={`/history/change-links.csv?event=${seq}`}
          variant="default"
          size="xs"
          download
        >
          Download the hashes of all rows
        </LinkButton>
      </p>
    </Section>
  );
}
