import type { Metadata } from 'next';
import { can } from '@/app/_domain/permission';
import { parseTableQuery, searchParamsOf } from '@/app/_lib/table-query';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { ProblemList } from '@/components/problem-list';
import { missingFactsPage } from './data';
import { MissingFactsTable } from './missing-facts-table';
import { missingFactsTable } from './table';

export const metadata: Metadata = { title: 'Missing facts' };

export default async function MissingFactsPage({
  searchParams,
}: PageProps<'/advisories/missing-facts'>) {
  const params = searchParamsOf(await searchParams);
  const actor = await requireActor('register:read', `/advisories/missing-facts?${params}`);
  const parsed = parseTableQuery(missingFactsTable, params);
  return (
    <>
      <PageHeader
        title="Missing facts"
        subtitle="What has to be found out before the active advisories can be told, what settles most first."
        breadcrumbs={[{ label: 'Advisories', href: '/advisories' }]}
      />
      {parsed.ok ? (
        <MissingFactsTable
          query={parsed.query}
          page={await missingFactsPage(actor, parsed.query)}
          mayWrite={can(actor.roles, 'record:write')}
          mayExport={can(actor.roles, 'register:export')}
        />
      ) : (
        <ProblemList problems={parsed.problems} path={missingFactsTable.path} params={params} />
      )}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
