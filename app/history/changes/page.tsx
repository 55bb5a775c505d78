import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { formatInteger } from '@/app/_lib/format';
import { parseTableQuery, searchParamsOf } from '@/app/_lib/table-query';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { ProblemList } from '@/components/problem-list';
import { changesPage, readEvent } from '../data';
import { actionWords, entityWords } from '../event-words';
import { ChangesTable } from './changes-table';
import { historyChangesTable } from './table';

export const metadata: Metadata = { title: 'Rows of an event' };

export default async function ChangesPage({ searchParams }: PageProps<'/history/changes'>) {
  const params = searchParamsOf(await searchParams);
  const actor = await requireActor('history:read', `/history/changes?${params}`);
  const parsed = parseTableQuery(historyChangesTable, params);
  if (!parsed.ok) {
    return (
      <>
        <PageHeader
          title="Rows of an event"
          breadcrumbs={[{ label: 'History', href: '/history' }]}
        />
        <ProblemList problems={parsed.problems} path={historyChangesTable.path} params={params} />
        <PageMarking marking={await pageMarking(actor)} />
      </>
    );
  }
  // The rows are numbered within their event, so they are those of one.
  const [seq, ...others] = parsed.query.filters.event ?? [];
  if (!seq || others.length > 0) notFound();
  const event = await readEvent(actor, seq);
  return (
    <>
      <PageHeader
        title={`Rows of event ${formatInteger(Number(seq))}`}
        subtitle={event ? `${entityWords(event.entity)}: ${actionWords(event.action)}` : undefined}
        breadcrumbs={[
          { label: 'History', href: '/history' },
          { label: `Event ${formatInteger(Number(seq))}`, href: `/history/${seq}` },
        ]}
      />
      <ChangesTable
        query={parsed.query}
        {...(await changesPage(actor, event?.entity ?? '', parsed.query))}
      />
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
