import type { Metadata } from 'next';
import { can } from '@/app/_domain/permission';
import { parseTableQuery, searchParamsOf } from '@/app/_lib/table-query';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { LinkButton } from '@/components/link-button';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { ProblemList } from '@/components/problem-list';
import { AdvisoriesTable } from './advisories-table';
import { advisoriesPage } from './data';
import { advisoriesTable } from './table';

export const metadata: Metadata = { title: 'Advisories' };

export default async function AdvisoriesPage({ searchParams }: PageProps<'/advisories'>) {
  const params = searchParamsOf(await searchParams);
  const actor = await requireActor('register:read', `/advisories?${params}`);
  const mayWrite = can(actor.roles, 'advisory:write');
  const parsed = parseTableQuery(advisoriesTable, params);
  return (
    <>
      <PageHeader
        title="Advisories"
        subtitle="What authorities have said, and which deployments it concerns."
        actions={
          <>
            <LinkButton href="/advisories/missing-facts" variant="default">
              Missing facts
            </LinkButton>
            <LinkButton href="/advisories/what-if" variant="default">
              What if
            </LinkButton>
            <LinkButton href="/advisories/library" variant="default">
              Library
            </LinkButton>
            {mayWrite ? (
              <LinkButton href="/advisories/new" variant="default">
                Write an advisory
              </LinkButton>
            ) : null}
          </>
        }
      />
      {parsed.ok ? (
        <AdvisoriesTable
          query={parsed.query}
          page={await advisoriesPage(actor, parsed.query)}
          mayWrite={mayWrite}
          mayExport={can(actor.roles, 'register:export')}
        />
      ) : (
        <ProblemList problems={parsed.problems} path={advisoriesTable.path} params={params} />
      )}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
