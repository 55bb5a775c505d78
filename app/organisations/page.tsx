import type { Metadata } from 'next';
import { can } from '@/app/_domain/permission';
import { parseTableQuery, searchParamsOf } from '@/app/_lib/table-query';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { LinkButton } from '@/components/link-button';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { ProblemList } from '@/components/problem-list';
import { maySeeAllOrganisations, organisationsPage } from './data';
import { OrganisationsTable } from './organisations-table';
import { organisationsTable } from './table';

export const metadata: Metadata = { title: 'Organisations' };

export default async function OrganisationsPage({ searchParams }: PageProps<'/organisations'>) {
  const params = searchParamsOf(await searchParams);
  const actor = await requireActor('register:read', `/organisations?${params}`);
  const mayAdd = can(actor.roles, 'record:write') && (await maySeeAllOrganisations(actor));
  const parsed = parseTableQuery(organisationsTable, params);
  return (
    <>
      <PageHeader
        title="Organisations"
        subtitle="Whose systems the register covers"
        actions={
          mayAdd ? (
            <LinkButton href="/organisations/new" variant="default">
              Add an organisation
            </LinkButton>
          ) : null
        }
      />
      {parsed.ok ? (
        <OrganisationsTable
          query={parsed.query}
          page={await organisationsPage(actor, parsed.query)}
          mayAdd={mayAdd}
          mayExport={can(actor.roles, 'register:export')}
        />
      ) : (
        <ProblemList problems={parsed.problems} path={organisationsTable.path} params={params} />
      )}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
