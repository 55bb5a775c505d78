import type { Metadata } from 'next';
import { can } from '@/app/_domain/permission';
import { parseTableQuery, searchParamsOf } from '@/app/_lib/table-query';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { LinkButton } from '@/components/link-button';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { ProblemList } from '@/components/problem-list';
import { decisionsPage } from './data';
import { DecisionsTable } from './decisions-table';
import { decisionsTable } from './table';

export const metadata: Metadata = { title: 'Decisions' };

export default async function DecisionsPage({ searchParams }: PageProps<'/decisions'>) {
  const params = searchParamsOf(await searchParams);
  const actor = await requireActor('register:read', `/decisions?${params}`);
  const parsed = parseTableQuery(decisionsTable, params);
  return (
    <>
      <PageHeader
        title="Decisions"
        subtitle="Everything that was ever proposed, and what became of it."
        actions={
          <LinkButton href="/decisions/over-reach" variant="default">
            Over-reach
          </LinkButton>
        }
      />
      {parsed.ok ? (
        <DecisionsTable
          query={parsed.query}
          page={await decisionsPage(actor, parsed.query)}
          mayExport={can(actor.roles, 'register:export')}
        />
      ) : (
        <ProblemList problems={parsed.problems} path={decisionsTable.path} params={params} />
      )}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
