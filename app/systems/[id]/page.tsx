import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { formatMarkings } from '@/app/_domain/marking';
import { can } from '@/app/_domain/permission';
import { formatInteger } from '@/app/_lib/format';
import { ClassificationBadge } from '@/app/_parts/classification-badge';
import { registerHref } from '@/app/_parts/register-href';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { recordHistory } from '@/app/history/shared/record-history';
import { AddressLink } from '@/components/address-link';
import { FactList } from '@/components/fact-list';
import { LinkButton } from '@/components/link-button';
import { Moment } from '@/components/moment';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import styles from '@/components/record.module.css';
import { RemoveButton } from '@/components/remove-button';
import { Section } from '@/components/section';
import { deleteSystem } from '../actions';
import { deploymentsOfSystem, readSystem, type System } from '../data';
import { DeploymentList } from '../deployment-list';
import { purposeWords } from '../purposes';
import { SettleNotice } from '../settle-notice';

function needToKnow({ groupIds, groups }: Pick<System, 'groupIds' | 'groups'>): string {
  if (groupIds.length === 0) return 'Everybody who is cleared for it';
  const others = groupIds.length - groups.length;
  return [...groups.map(({ name }) => name), ...(others > 0 ? [`${others} more`] : [])].join(', ');
}

const load = cache(async (id: string) => {
  const actor = await requireActor('register:read', `/systems/${id}`);
  return { actor, system: (await readSystem(actor, id)) ?? notFound() };
});

export async function generateMetadata(props: PageProps<'/systems/[id]'>): Promise<Metadata> {
  const { system } = await load((await props.params).id);
  return { title: system.name };
}

export default async function SystemPage({ params }: PageProps<'/systems/[id]'>) {
  const { actor, system } = await load((await params).id);
  const { id, name, organisation, classification, classificationLabel, markings } = system;
  const deployments = await deploymentsOfSystem(actor, id);
  const mayWrite = can(actor.roles, 'record:write');
  const organisationLink = (
    <AddressLink href={`/organisations/${organisation.id}`}>{organisation.name}</AddressLink>
  );
  return (
    <>
      <PageHeader
        title={name}
        subtitle={organisationLink}
        badge={
          <ClassificationBadge
            code={classification}
            markings={markings}
            label={classificationLabel}
          />
        }
        breadcrumbs={[{ label: 'Systems', href: '/systems' }]}
        actions={
          mayWrite ? (
            <>
              <LinkButton href={`/systems/${id}/edit`}>Change</LinkButton>
              <RemoveButton
                id={id}
                remove={deleteSystem}
                label="Delete"
                what={name}
                leadsTo="/systems"
              />
            </>
          ) : null
        }
      />
      {classification === 'UNSETTLED' ? (
        <SettleNotice id={id} label={classificationLabel} markings={markings} mayWrite={mayWrite} />
      ) : null}
      <Section title="About">
        <FactList
          columns={3}
          facts={[
            { label: 'Organisation', value: organisationLink },
            { label: 'Purposes', value: purposeWords(system.purposes) },
            { label: 'Owner', value: system.owner },
            { label: 'Need to know', value: needToKnow(system) },
            { label: 'Markings', value: formatMarkings(markings) || 'None' },
            {
              label: 'Notes',
              value: system.notes && <span className={styles.text}>{system.notes}</span>,
            },
            { label: 'Last changed', value: <Moment at={system.updatedAt} /> },
          ]}
        />
      </Section>
      <Section
        title="Deployments"
        actions={
          <>
            <LinkButton variant="default" size="xs" href={registerHref({ system: id })}>
              Open in the register
            </LinkButton>
            {mayWrite ? (
              <LinkButton variant="default" size="xs" href={`/deployments/new?system=${id}`}>
                Add deployment
              </LinkButton>
            ) : null}
          </>
        }
      >
        <DeploymentList deployments={deployments.rows} />
        {deployments.total > deployments.rows.length ? (
          <p>
            <AddressLink href={registerHref({ system: id })}>
              All {formatInteger(deployments.total)} deployments
            </AddressLink>
          </p>
        ) : null}
      </Section>
      {await recordHistory(actor, 'system', id)}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
