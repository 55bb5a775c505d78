import type { Metadata } from 'next';
import { can } from '@/app/_domain/permission';
import { parseTableQuery, searchParamsOf } from '@/app/_lib/table-query';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { LinkButton } from '@/components/link-button';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { ProblemList } from '@/components/problem-list';
import { productsPage } from './data';
import { ProductsTable } from './products-table';
import { productsTable } from './table';

export const metadata: Metadata = { title: 'Products' };

export default async function ProductsPage({ searchParams }: PageProps<'/products'>) {
  const params = searchParamsOf(await searchParams);
  const actor = await requireActor('register:read', `/products?${params}`);
  const mayWrite = can(actor.roles, 'record:write');
  const parsed = parseTableQuery(productsTable, params);
  return (
    <>
      <PageHeader
        title="Products"
        subtitle="What the suppliers make, and what is inside it"
        actions={
          mayWrite ? (
            <LinkButton href="/products/new" variant="default">
              Add a product
            </LinkButton>
          ) : null
        }
      />
      {parsed.ok ? (
        <ProductsTable
          query={parsed.query}
          page={await productsPage(actor, parsed.query)}
          mayWrite={mayWrite}
          mayExport={can(actor.roles, 'register:export')}
        />
      ) : (
        <ProblemList problems={parsed.problems} path={productsTable.path} params={params} />
      )}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
