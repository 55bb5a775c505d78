import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { organisationKindLabels } from '@/app/_domain/organisation';
import { can } from '@/app/_domain/permission';
import { formatInteger } from '@/app/_lib/format';
import { registerHref } from '@/app/_parts/register-href';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { recordHistory } from '@/app/history/shared/record-history';
import { systemsOfOrganisation } from '@/app/systems/data';
import { SystemList } from '@/app/systems/shared/system-list';
import { AddressLink } from '@/components/address-link';
import { CountBar } from '@/components/count-bar';
import { LinkButton } from '@/components/link-button';
import { Moment } from '@/components/moment';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { RemoveButton } from '@/components/remove-button';
import { Section } from '@/components/section';
import { deleteOrganisation } from '../actions';
import { readOrganisation, readOrganisationDeployments } from '../data';

const load = cache(async (id: string) => {
  const actor = await requireActor('register:read', `/organisations/${id}`);
  return { actor, organisation: (await readOrganisation(actor, id)) ?? notFound() };
});

export async function generateMetadata(props: PageProps<'/organisations/[id]'>): Promise<Metadata> {
  const { organisation } = await load((await props.params).id);
  return { title: organisation.name };
}

export default async function OrganisationPage({ params }: PageProps<'/organisations/[id]'>) {
  const { actor, organisation } = await load((await params).id);
  const { id, name, kind, updatedAt } = organisation;
  const [systems, counts] = await Promise.all([
    systemsOfOrganisation(actor, name),
    readOrganisationDeployments(actor, id),
  ]);
  const mayWrite = can(actor.roles, 'record:write');
  return (
    <>
      <PageHeader
        title={name}
        subtitle={
          <>
            {organisationKindLabels[kind]} · last changed <Moment at={updatedAt} />
          </>
        }
        breadcrumbs={[{ label: 'Organisations', href: '/organisations' }]}
        actions={
          mayWrite ? (
            <>
              <LinkButton href={`/organisations/${id}/edit`}>Change</LinkButton>
              <RemoveButton
                id={id}
                remove={deleteOrganisation}
                label="Delete"
                what={name}
                leadsTo="/organisations"
              />
            </>
          ) : null
        }
      />
      <Section
        title="Deployments"
        actions={
          <LinkButton variant="default" size="xs" href={registerHref({ organisation: name })}>
            Open in the register
          </LinkButton>
        }
      >
        <CountBar
          items={counts.map(({ classification, count }) => ({
            label: classification,
            value: count,
            href: registerHref({ organisation: name, classification }),
          }))}
        />
        {counts.length === 0 ? <p>No deployment that you may see.</p> : null}
      </Section>
      <Section
        title="Systems"
        actions={
          mayWrite ? (
            <LinkButton variant="default" size="xs" href={`/systems/new?organisation=${id}`}>
              Add system
            </LinkButton>
          ) : null
        }
      >
        <SystemList systems={systems.rows} />
        {systems.total > systems.rows.length ? (
          <p>
            <AddressLink href={`/systems?${new URLSearchParams({ organisation: name })}`}>
              All {formatInteger(systems.total)} systems
            </AddressLink>
          </p>
        ) : null}
      </Section>
      {await recordHistory(actor, 'organisation', id)}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
