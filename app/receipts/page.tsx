import type { Metadata } from 'next';
import { can } from '@/app/_domain/permission';
import { parseTableQuery, searchParamsOf } from '@/app/_lib/table-query';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { LinkButton } from '@/components/link-button';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { ProblemList } from '@/components/problem-list';
import { receiptsPage } from './data';
import { ReceiptsTable } from './receipts-table';
import { receiptsTable } from './table';

export const metadata: Metadata = { title: 'Receipts' };

export default async function ReceiptsPage({ searchParams }: PageProps<'/receipts'>) {
  const params = searchParamsOf(await searchParams);
  const actor = await requireActor('register:read', `/receipts?${params}`);
  const parsed = parseTableQuery(receiptsTable, params);
  return (
    <>
      <PageHeader
        title="Receipts"
        subtitle={
          can(actor.roles, 'history:read')
            ? 'What each export was: your own, and all others that you are cleared for'
            : 'What each of your exports was'
        }
        actions={
          <LinkButton href="/receipts/verify" variant="default">
            Verify a file
          </LinkButton>
        }
      />
      {parsed.ok ? (
        <ReceiptsTable query={parsed.query} page={await receiptsPage(actor, parsed.query)} />
      ) : (
        <ProblemList problems={parsed.problems} path={receiptsTable.path} params={params} />
      )}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
