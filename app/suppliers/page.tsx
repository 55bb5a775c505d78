import type { Metadata } from 'next';
import { can } from '@/app/_domain/permission';
import { parseTableQuery, searchParamsOf } from '@/app/_lib/table-query';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { LinkButton } from '@/components/link-button';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { ProblemList } from '@/components/problem-list';
import { suppliersPage } from './data';
import { SuppliersTable } from './suppliers-table';
import { suppliersTable } from './table';

export const metadata: Metadata = { title: 'Suppliers' };

export default async function SuppliersPage({ searchParams }: PageProps<'/suppliers'>) {
  const params = searchParamsOf(await searchParams);
  const actor = await requireActor('register:read', `/suppliers?${params}`);
  const mayWrite = can(actor.roles, 'record:write');
  const parsed = parseTableQuery(suppliersTable, params);
  return (
    <>
      <PageHeader
        title="Suppliers"
        subtitle="Who makes or sells the software, and where each comes from"
        actions={
          mayWrite ? (
            <LinkButton href="/suppliers/new" variant="default">
              Add a supplier
            </LinkButton>
          ) : null
        }
      />
      {parsed.ok ? (
        <SuppliersTable
          query={parsed.query}
          page={await suppliersPage(actor, parsed.query)}
          mayWrite={mayWrite}
          mayExport={can(actor.roles, 'register:export')}
        />
      ) : (
        <ProblemList problems={parsed.problems} path={suppliersTable.path} params={params} />
      )}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
