import type { Metadata } from 'next';
import { parseTableQuery, searchParamsOf } from '@/app/_lib/table-query';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { LinkButton } from '@/components/link-button';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { ProblemList } from '@/components/problem-list';
import { usersPage } from './data';
import { usersTable } from './table';
import { UsersTable } from './users-table';

export const metadata: Metadata = { title: 'Users' };

export default async function UsersPage({ searchParams }: PageProps<'/users'>) {
  const params = searchParamsOf(await searchParams);
  const actor = await requireActor('user:manage', `/users?${params}`);
  const parsed = parseTableQuery(usersTable, params);
  return (
    <>
      <PageHeader
        title="Users"
        subtitle="Who can sign in, what they may do, and how much they may see"
        actions={
          <LinkButton href="/users/new" variant="default">
            Add a user
          </LinkButton>
        }
      />
      {parsed.ok ? (
        <UsersTable query={parsed.query} page={await usersPage(actor, parsed.query)} />
      ) : (
        <ProblemList problems={parsed.problems} path={usersTable.path} params={params} />
      )}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
