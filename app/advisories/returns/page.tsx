import type { Metadata } from 'next';
import { can } from '@/app/_domain/permission';
import { parseTableQuery, searchParamsOf } from '@/app/_lib/table-query';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { ProblemList } from '@/components/problem-list';
import { returnsPage } from '../return/data';
import { sightOf } from '../return/sight';
import { returnTable } from '../return/table';
import { ReturnsTable } from './returns-table';

export const metadata: Metadata = { title: 'Returns' };

/** The returns of all advisories side by side: which are late, and which nobody has signed yet. */
export default async function ReturnsPage({ searchParams }: PageProps<'/advisories/returns'>) {
  const params = searchParamsOf(await searchParams);
  const actor = await requireActor('register:read', `/advisories/returns?${params}`);
  const parsed = parseTableQuery(returnTable, params);
  return (
    <>
      <PageHeader
        title="Returns"
        subtitle={sightOf(actor)}
        breadcrumbs={[{ label: 'Advisories', href: '/advisories' }]}
      />
      {parsed.ok ? (
        <ReturnsTable
          query={parsed.query}
          page={await returnsPage(actor, parsed.query)}
          mayExport={can(actor.roles, 'register:export')}
        />
      ) : (
        <ProblemList problems={parsed.problems} path={returnTable.path} params={params} />
      )}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
