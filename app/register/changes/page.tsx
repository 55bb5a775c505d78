import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { can } from '@/app/_domain/permission';
import { parseTableQuery, searchParamsOf, type TableQuery } from '@/app/_lib/table-query';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { momentWords } from '@/components/as-at-banner';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { ProblemList } from '@/components/problem-list';
import { ChangesTable } from './changes-table';
import { registerChangesPage } from './data';
import { PeriodForm } from './period-form';
import { registerChangesTable } from './table';

export const metadata: Metadata = { title: 'What changed in the register' };

const usualDays = 7;

export default async function RegisterChangesPage({
  searchParams,
}: PageProps<'/register/changes'>) {
  const params = searchParamsOf(await searchParams);
  const actor = await requireActor('register:read', `/register/changes?${params}`);
  if (!params.has('from')) {
    const weekAgo = new Date(Date.now() - usualDays * 86_400_000).toISOString().slice(0, 10);
    redirect(`/register/changes?${new URLSearchParams([['from', weekAgo], ...params])}` as Route);
  }
  const parsed = parseTableQuery(registerChangesTable, params);
  return (
    <>
      <PageHeader
        title="What changed in the register"
        {...(parsed.ok && { subtitle: periodWords(parsed.query) })}
        breadcrumbs={[{ label: 'Register', href: '/register' }]}
        actions={<PeriodForm params={params} />}
      />
      {parsed.ok ? (
        <ChangesTable
          query={parsed.query}
          page={await registerChangesPage(actor, parsed.query)}
          mayExport={can(actor.roles, 'register:export')}
        />
      ) : (
        <ProblemList problems={parsed.problems} path={registerChangesTable.path} params={params} />
      )}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}

function periodWords({ filters }: TableQuery): string {
  const [from = ''] = filters.from ?? [];
  const [to] = filters.to ?? [];
  return `Rows that are not what they were at ${momentWords(from)}, as they are ${to ? `at ${momentWords(to)}` : 'now'}. What came and went in between is no difference; the history tells it.`;
}
