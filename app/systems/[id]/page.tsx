import type { Metadata } from 'next';
import { formatMarkings } from '@/app/_domain/marking';
import { can } from '@/app/_domain/permission';
import { formatInteger } from '@/app/_lib/format';
import { ClassificationBadge } from '@/app/_parts/classification-badge';
import { NoRecordShown, RecordMoment } from '@/app/_parts/record-moment';
import { registerHref } from '@/app/_parts/register-href';
import { askedRecord } from '@/app/_server/asked-record';
import { pageMarking } from '@/app/_server/page-marking';
import { recordHistory } from '@/app/history/shared/record-history';
import { AddressLink } from '@/components/address-link';
import { AsAtChoice } from '@/components/as-at-choice';
import { FactList } from '@/components/fact-list';
import { LinkButton } from '@/components/link-button';
import { Moment } from '@/components/moment';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import styles from '@/components/record.module.css';
import { RecordLink } from '@/components/record-link';
import { RemoveButton } from '@/components/remove-button';
import { Section } from '@/components/section';
import { deleteSystem } from '../actions';
import { deploymentsOfSystem, readSystem, type System } from '../data';
import { DeploymentList } from '../deployment-list';
import { purposeWords } from '../purposes';
import { SettleNotice } from '../settle-notice';

const breadcrumbs = [{ label: 'Systems', href: '/systems' }];
const nameOf = ({ name }: { name: string }) => name;

const asked = askedRecord('/systems', readSystem);

function needToKnow({ groupIds, groups }: Pick<System, 'groupIds' | 'groups'>): string {
  if (groupIds.length === 0) return 'Everybody who is cleared for it';
  const others = groupIds.length - groups.length;
  return [...groups.map(({ name }) => name), ...(others > 0 ? [`${others} more`] : [])].join(', ');
}

export async function generateMetadata(props: PageProps<'/systems/[id]'>): Promise<Metadata> {
  const found = await asked(props);
  return { title: found.kind === 'found' ? nameOf(found.record) : 'Nothing to show' };
}

export default async function SystemPage(props: PageProps<'/systems/[id]'>) {
  const found = await asked(props);
  const { actor, path } = found;
  if (found.kind !== 'found') {
    return (
      <>
        <NoRecordShown asked={found} what="system" nameOf={nameOf} breadcrumbs={breadcrumbs} />
        <PageMarking marking={await pageMarking(actor)} />
      </>
    );
  }
  const { asOf, record: system } = found;
  const { id, name, organisation, classification, classificationLabel, markings } = system;
  const deployments = await deploymentsOfSystem(actor, id, asOf);
  const mayWrite = asOf === undefined && can(actor.roles, 'record:write');
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
        breadcrumbs={breadcrumbs}
        actions={
          <>
            <AsAtChoice />
            {mayWrite ? (
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
            ) : null}
          </>
        }
      />
      <RecordMoment asOf={asOf} path={path} />
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
            <LinkButton keepsMoment variant="default" size="xs" href={registerHref({ system: id })}>
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
            <RecordLink href={registerHref({ system: id })}>
              All {formatInteger(deployments.total)} deployments
            </RecordLink>
          </p>
        ) : null}
      </Section>
      {await recordHistory(actor, 'system', id, asOf)}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
