import type { Metadata } from 'next';
import type { ClassificationCode } from '@/app/_domain/classification';
import { countryName } from '@/app/_domain/country';
import { allowedActions } from '@/app/_domain/decision';
import { type DeploymentStatus, deploymentStatusLabels } from '@/app/_domain/deployment';
import { parseMarkings } from '@/app/_domain/marking';
import { type Facet, facetLabels } from '@/app/_domain/origin';
import { can } from '@/app/_domain/permission';
import { type ProductCategory, productCategoryLabels } from '@/app/_domain/product';
import { systemPurposeLabels } from '@/app/_domain/system';
import { ClassificationBadge } from '@/app/_parts/classification-badge';
import { NoRecordShown, RecordMoment } from '@/app/_parts/record-moment';
import { askedRecord } from '@/app/_server/asked-record';
import { pageMarking } from '@/app/_server/page-marking';
import { judgementsOfDeployment } from '@/app/advisories/judgements/data';
import { JudgementList } from '@/app/advisories/judgements/judgement-list';
import { decisionsOfDeployment } from '@/app/decisions/data';
import { DecisionCard } from '@/app/decisions/decision-card';
import { recordHistory } from '@/app/history/shared/record-history';
import { AsAtChoice } from '@/components/as-at-choice';
import { EmptyState } from '@/components/empty-state';
import { FactList } from '@/components/fact-list';
import { LinkButton } from '@/components/link-button';
import { Moment } from '@/components/moment';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { RecordLink } from '@/components/record-link';
import { Section } from '@/components/section';
import { findRegisterEntry } from '../data';
import { ProposeForDeployment } from '../propose-button';

export const metadata: Metadata = { title: 'Deployment' };

const breadcrumbs = [{ label: 'Register', href: '/register' }];
const nameOf = ({ product, system }: { product: string; system: string }) =>
  `${product} on ${system}`;

const asked = askedRecord('/register', findRegisterEntry);

export default async function DeploymentPage(props: PageProps<'/register/[id]'>) {
  const found = await asked(props);
  const { actor, path } = found;
  if (found.kind !== 'found') {
    return (
      <>
        <NoRecordShown asked={found} what="deployment" nameOf={nameOf} breadcrumbs={breadcrumbs} />
        <PageMarking marking={await pageMarking(actor)} />
      </>
    );
  }
  const { asOf, record: entry } = found;
  const { id } = entry;
  const isPresent = asOf === undefined;
  const judgements = await judgementsOfDeployment(actor, id, asOf);
  const decisions = await decisionsOfDeployment(actor, id, asOf);
  const latest = decisions.at(-1);
  const { propose } = allowedActions(latest?.state ?? 'none', {
    actorId: actor.id,
    proposerId: latest?.proposedBy ?? null,
    can: (permission) => can(actor.roles, permission),
  });
  const country =
    entry.countryOfOrigin === 'none' ? null : (
      <>
        {countryName(entry.countryOfOrigin)} · {facetLabels[entry.originFacet as Facet]}
      </>
    );
  return (
    <>
      <PageHeader
        breadcrumbs={breadcrumbs}
        title={nameOf(entry)}
        badge={
          <ClassificationBadge
            code={entry.classification as ClassificationCode}
            markings={parseMarkings(entry.marking)}
            label={entry.classificationLabel}
          />
        }
        actions={
          <>
            <AsAtChoice />
            {isPresent && can(actor.roles, 'record:write') ? (
              <LinkButton href={`/deployments/${id}/edit`} variant="default">
                Change
              </LinkButton>
            ) : null}
          </>
        }
      />
      <RecordMoment asOf={asOf} path={path} />
      <Section title="Facts">
        <FactList
          columns={3}
          facts={[
            {
              label: 'Supplier',
              value: (
                <RecordLink href={`/suppliers/${entry.supplierId}`}>{entry.supplier}</RecordLink>
              ),
            },
            {
              label: 'Country of origin',
              value: country,
              note: country
                ? entry.originSource
                : 'No dated, sourced fact says where it comes from.',
            },
            {
              label: 'Product',
              value: <RecordLink href={`/products/${entry.productId}`}>{entry.product}</RecordLink>,
              note: productCategoryLabels[entry.productCategory as ProductCategory],
            },
            { label: 'Version', value: entry.version },
            {
              label: 'System',
              value: <RecordLink href={`/systems/${entry.systemId}`}>{entry.system}</RecordLink>,
              note: entry.purposes.map((purpose) => systemPurposeLabels[purpose]).join(', '),
            },
            { label: 'Organisation', value: entry.organisation },
            { label: 'Installations', value: entry.installations < 0 ? '' : entry.installations },
            { label: 'Status', value: deploymentStatusLabels[entry.status as DeploymentStatus] },
            { label: 'Owner', value: entry.owner },
            { label: 'Last changed', value: <Moment at={entry.validFrom.toISOString()} /> },
          ]}
        />
      </Section>
      <Section
        title="Advisories"
        id="advisories"
        description="How each active advisory judges this deployment, and the facts that decide it."
      >
        {judgements.length > 0 ? (
          <JudgementList
            judgements={judgements}
            mayWrite={isPresent && can(actor.roles, 'record:write')}
          />
        ) : (
          <EmptyState
            title="No advisory is active"
            description="A risk officer writes one or adopts one from the library; then every deployment is judged by it."
          />
        )}
      </Section>
      <Section
        title="Decisions"
        description="From the first proposal on. What was decided is never changed; a new decision takes its place."
        actions={isPresent ? <ProposeForDeployment id={id} allowance={propose} /> : null}
      >
        {decisions.length > 0 ? (
          decisions.map((decision) => (
            <DecisionCard
              key={decision.id}
              decision={decision}
              actor={isPresent ? actor : undefined}
            />
          ))
        ) : (
          <EmptyState
            title="No decision yet"
            description="A risk officer proposes what is to be done; an approver who is somebody else countersigns."
          />
        )}
      </Section>
      {await recordHistory(actor, 'deployment', id, asOf)}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
