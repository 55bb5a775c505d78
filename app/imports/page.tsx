import type { Metadata } from 'next';
import { can } from '@/app/_domain/permission';
import { parseTableQuery, searchParamsOf } from '@/app/_lib/table-query';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { LinkButton } from '@/components/link-button';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { ProblemList } from '@/components/problem-list';
import { importsPage } from './data';
import { ImportsTable } from './imports-table';
import { importsTable } from './table';

export const metadata: Metadata = { title: 'Imports' };

export default async function ImportsPage({ searchParams }: PageProps<'/imports'>) {
  const params = searchParamsOf(await searchParams);
  const actor = await requireActor('register:read', `/imports?${params}`);
  const mayImport = can(actor.roles, 'import:run');
  const parsed = parseTableQuery(importsTable, params);
  return (
    <>
      <PageHeader
        title="Imports"
        subtitle="Files that were rehearsed and applied to the register"
        actions={mayImport ? <LinkButton href="/imports/new">Import a file</LinkButton> : null}
      />
      {parsed.ok ? (
        <ImportsTable
          query={parsed.query}
          page={await importsPage(actor, parsed.query)}
          mayImport={mayImport}
        />
      ) : (
        <ProblemList problems={parsed.problems} path={importsTable.path} params={params} />
      )}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
