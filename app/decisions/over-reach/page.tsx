import type { Metadata } from 'next';
import { can } from '@/app/_domain/permission';
import { formatInteger } from '@/app/_lib/format';
import { parseTableQuery, searchParamsOf } from '@/app/_lib/table-query';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { ProblemList } from '@/components/problem-list';
import { type OverReachTotals, overReachPage, overReachTotals } from './data';
import { OverReachTable } from './over-reach-table';
import { overReachTable } from './table';

export const metadata: Metadata = { title: 'Over-reach' };

export default async function OverReachPage({ searchParams }: PageProps<'/decisions/over-reach'>) {
  const params = searchParamsOf(await searchParams);
  const actor = await requireActor('register:read', `/decisions/over-reach?${params}`);
  const parsed = parseTableQuery(overReachTable, params);
  return (
    <>
      <PageHeader
        title="Over-reach"
        subtitle={reachWords(await overReachTotals(actor))}
        breadcrumbs={[{ label: 'Decisions', href: '/decisions' }]}
      />
      {parsed.ok ? (
        <OverReachTable
          query={parsed.query}
          page={await overReachPage(actor, parsed.query)}
          mayExport={can(actor.roles, 'register:export')}
        />
      ) : (
        <ProblemList problems={parsed.problems} path={overReachTable.path} params={params} />
      )}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}

const subject =
  'Decisions to remove or replace, proposed or in force, that no active advisory asks for';

function reachWords({ deployments, installations, uncounted }: OverReachTotals): string {
  if (deployments === 0) return `${subject}.`;
  const counted = [
    `${formatInteger(deployments)} ${deployments === 1 ? 'deployment' : 'deployments'}`,
    `${formatInteger(installations)} ${installations === 1 ? 'installation' : 'installations'}`,
    ...(uncounted > 0 ? [`${formatInteger(uncounted)} without a recorded number`] : []),
  ];
  return `${subject}: ${counted.join(', ')}.`;
}
