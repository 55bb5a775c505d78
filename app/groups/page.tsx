import type { Metadata } from 'next';
import { parseTableQuery, searchParamsOf } from '@/app/_lib/table-query';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { LinkButton } from '@/components/link-button';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { ProblemList } from '@/components/problem-list';
import { groupsPage } from './data';
import { GroupsTable } from './groups-table';
import { groupsTable } from './table';

export const metadata: Metadata = { title: 'Groups' };

export default async function GroupsPage({ searchParams }: PageProps<'/groups'>) {
  const params = searchParamsOf(await searchParams);
  const actor = await requireActor('user:manage', `/groups?${params}`);
  const parsed = parseTableQuery(groupsTable, params);
  return (
    <>
      <PageHeader
        title="Groups"
        subtitle="Need to know: who alone sees the systems that are given to a group"
        actions={
          <LinkButton href="/groups/new" variant="default">
            Add a group
          </LinkButton>
        }
      />
      {parsed.ok ? (
        <GroupsTable query={parsed.query} page={await groupsPage(actor, parsed.query)} />
      ) : (
        <ProblemList problems={parsed.problems} path={groupsTable.path} params={params} />
      )}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
