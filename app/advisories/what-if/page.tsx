import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { can } from '@/app/_domain/permission';
import { searchParamsOf } from '@/app/_lib/table-query';
import type { Actor } from '@/app/_server/actor';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { AddressLink } from '@/components/address-link';
import { ErrorNotice } from '@/components/error-notice';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { readAdvisory } from '../data';
import { ruleEntries } from '../editor/values';
import { expectPreview } from '../preview/data';
import type { WhatIf } from './address';
import { readWhatIf } from './read-address';
import { WhatIfOnDemand } from './what-if-on-demand';

export const metadata: Metadata = { title: 'What if' };

/** `?rules=` and `?issued=` as the page itself writes them, or `?advisory=` (an id) to begin with its rules. */
export default async function WhatIfPage({ searchParams }: PageProps<'/advisories/what-if'>) {
  const params = searchParamsOf(await searchParams);
  const actor = await requireActor('register:read', `/advisories/what-if?${params}`);
  await expectPreview(actor);
  const initial = await initialRules(actor, params);
  const isBroken = initial === undefined && params.size > 0;
  return (
    <>
      <PageHeader
        title="What if"
        subtitle="What a rule would cover that is nobody’s advisory yet. Nothing is saved."
        breadcrumbs={[{ label: 'Advisories', href: '/advisories' }]}
      />
      {isBroken ? (
        <ErrorNotice
          title="This address does not hold whole rules"
          what="Nothing is shown, since part of a rule would cover something else."
          action={<AddressLink href="/advisories/what-if">Begin with an empty rule</AddressLink>}
        />
      ) : (
        <WhatIfOnDemand initial={initial} mayWrite={can(actor.roles, 'advisory:write')} />
      )}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}

async function initialRules(actor: Actor, params: URLSearchParams): Promise<WhatIf | undefined> {
  const id = params.get('advisory');
  if (id === null) return readWhatIf(params);
  const { rules, issuedOn } = (await readAdvisory(actor, id)) ?? notFound();
  return { rules: ruleEntries(rules), issuedOn };
}
