import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { parseMarkings } from '@/app/_domain/marking';
import { missingFactHref, missingFactWords } from '@/app/_domain/missing-fact';
import { can } from '@/app/_domain/permission';
import { formatInteger } from '@/app/_lib/format';
import { ClassificationBadge } from '@/app/_parts/classification-badge';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { AddressLink } from '@/components/address-link';
import { LinkButton } from '@/components/link-button';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { PlainTable } from '@/components/plain-table';
import { Section } from '@/components/section';
import { mostTouched, readMissingFact } from '../data';

const load = cache(async (id: string) => {
  const actor = await requireActor('register:read', `/advisories/missing-facts/${id}`);
  return { actor, fact: (await readMissingFact(actor, id)) ?? notFound() };
});

export async function generateMetadata(
  props: PageProps<'/advisories/missing-facts/[id]'>,
): Promise<Metadata> {
  const { fact } = await load((await props.params).id);
  return { title: `${missingFactWords(fact)}: ${fact.subject}` };
}

/** One missing fact: where it is entered, and the deployments that wait for it. */
export default async function MissingFactPage({
  params,
}: PageProps<'/advisories/missing-facts/[id]'>) {
  const { actor, fact } = await load((await params).id);
  const mayWrite = can(actor.roles, 'record:write');
  const { deployments, alone, touched } = fact;
  return (
    <>
      <PageHeader
        title={`${missingFactWords(fact)}: ${fact.subject}`}
        subtitle={`Not recorded. It touches ${formatInteger(deployments)} ${deployments === 1 ? 'deployment' : 'deployments'}; for ${formatInteger(alone)} it is all that is missing.`}
        breadcrumbs={[
          { label: 'Advisories', href: '/advisories' },
          { label: 'Missing facts', href: '/advisories/missing-facts' },
        ]}
        actions={
          <LinkButton href={missingFactHref(fact, mayWrite)}>
            {mayWrite ? 'Enter it' : 'See what is recorded'}
          </LinkButton>
        }
      />
      <Section
        title="Deployments that cannot be told without it"
        description={
          deployments > mostTouched
            ? `The first ${formatInteger(mostTouched)} of ${formatInteger(deployments)}, those that miss least first.`
            : 'Those that miss least first.'
        }
      >
        <PlainTable
          caption="Deployments"
          columns={[
            { label: 'Product' },
            { label: 'Supplier' },
            { label: 'System' },
            { label: 'Organisation' },
            { label: 'Classification' },
            { label: 'Other facts missing', align: 'end' },
          ]}
          rows={touched.map((deployment) => ({
            key: deployment.id,
            cells: [
              <AddressLink key="product" href={`/register/${deployment.id}`}>
                {deployment.product}
              </AddressLink>,
              deployment.supplier,
              deployment.system,
              deployment.organisation,
              <ClassificationBadge
                key="classification"
                code={deployment.classification}
                markings={parseMarkings(deployment.marking)}
                label={deployment.classificationLabel}
              />,
              formatInteger(deployment.others),
            ],
          }))}
        />
      </Section>
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
