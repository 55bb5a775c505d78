import type { Metadata } from 'next';
import { can } from '@/app/_domain/permission';
import { parseTableQuery, searchParamsOf } from '@/app/_lib/table-query';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { AsAtChoice } from '@/components/as-at-choice';
import { LinkButton } from '@/components/link-button';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { ProblemList } from '@/components/problem-list';
import { namesOfFilters, registerPage } from './data';
import { RegisterTable } from './register-table';
import { registerTable } from './table';

export const metadata: Metadata = { title: 'Register' };

export default async function RegisterPage({ searchParams }: PageProps<'/register'>) {
  const params = searchParamsOf(await searchParams);
  const actor = await requireActor('register:read', `/register?${params}`);
  const parsed = parseTableQuery(registerTable, params);
  return (
    <>
      <PageHeader
        title="Register"
        subtitle="Which product runs on which system, where it comes from, and what was decided."
        actions={
          <>
            <AsAtChoice />
            <LinkButton href="/register/changes" variant="default">
              What changed
            </LinkButton>
            {can(actor.roles, 'record:write') ? (
              <LinkButton href="/deployments/new" variant="default">
                Add a deployment
              </LinkButton>
            ) : null}
          </>
        }
      />
      {parsed.ok ? (
        <RegisterTable
          query={parsed.query}
          page={await registerPage(actor, parsed.query)}
          valueNames={await namesOfFilters(actor, parsed.query)}
          mayPropose={can(actor.roles, 'decision:propose') && !parsed.query.asOf}
          mayExport={can(actor.roles, 'register:export')}
          mayImport={can(actor.roles, 'import:run')}
        />
      ) : (
        <ProblemList problems={parsed.problems} path={registerTable.path} params={params} />
      )}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
