import type { Metadata } from 'next';
import { formatInstant, formatInteger } from '@/app/_lib/format';
import { parseTableQuery, searchParamsOf } from '@/app/_lib/table-query';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { ProblemList } from '@/components/problem-list';
import { historyPage, readHead, readLastWritten } from './data';
import { HistoryTable } from './history-table';
import { historyTable } from './table';
import { ProofDialog } from './verify/proof-dialog';

export const metadata: Metadata = { title: 'History' };

const hour = 60 * 60 * 1000;

export default async function HistoryPage({ searchParams }: PageProps<'/history'>) {
  const params = searchParamsOf(await searchParams);
  const actor = await requireActor('history:read', `/history?${params}`);
  const parsed = parseTableQuery(historyTable, params);
  const head = await readHead(actor);
  const writtenAt = await readLastWritten(actor);
  return (
    <>
      <PageHeader
        title="History"
        subtitle={
          <>
            Event {formatInteger(Number(head.seq))} is the newest; hash{' '}
            <code title={head.hash}>{head.hash.slice(0, 12)}…</code>, signed{' '}
            {formatInstant(head.at)}
          </>
        }
        actions={
          <ProofDialog
            head={head}
            writtenAt={writtenAt}
            isLate={Date.parse(head.at) - Date.parse(writtenAt) > 2 * hour}
          />
        }
      />
      {parsed.ok ? (
        <HistoryTable query={parsed.query} {...(await historyPage(actor, parsed.query))} />
      ) : (
        <ProblemList problems={parsed.problems} path={historyTable.path} params={params} />
      )}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
