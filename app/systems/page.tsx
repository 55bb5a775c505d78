import type { Metadata } from 'next';
import { can } from '@/app/_domain/permission';
import { parseTableQuery, searchParamsOf } from '@/app/_lib/table-query';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { LinkButton } from '@/components/link-button';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { ProblemList } from '@/components/problem-list';
import { systemsPage } from './data';
import { SystemsTable } from './systems-table';
import { systemsTable } from './table';

export const metadata: Metadata = { title: 'Systems' };

export default async function SystemsPage({ searchParams }: PageProps<'/systems'>) {
  const params = searchParamsOf(await searchParams);
  const actor = await requireActor('register:read', `/systems?${params}`);
  const mayWrite = can(actor.roles, 'record:write');
  const parsed = parseTableQuery(systemsTable, params);
  return (
    <>
      <PageHeader
        title="Systems"
        subtitle="What the products run on, and how it is classified"
        actions={
          mayWrite ? (
            <LinkButton href="/systems/new" variant="default">
              Add a system
            </LinkButton>
          ) : null
        }
      />
      {parsed.ok ? (
        <SystemsTable
          query={parsed.query}
          page={await systemsPage(actor, parsed.query)}
          mayWrite={mayWrite}
          mayExport={can(actor.roles, 'register:export')}
        />
      ) : (
        <ProblemList problems={parsed.problems} path={systemsTable.path} params={params} />
      )}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
