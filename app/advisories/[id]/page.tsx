import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { can } from '@/app/_domain/permission';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { ErrorNotice } from '@/components/error-notice';
import { LinkButton } from '@/components/link-button';
import { Moment } from '@/components/moment';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { Column, Columns, Section } from '@/components/section';
import { AboutSection } from '../about-section';
import { AdvisorySteps } from '../advisory-steps';
import { readAdvisory, readVerdictCounts } from '../data';
import { previewOfAdvisory } from '../preview/data';
import { ReturnSection } from '../return/return-section';
import { RuleViews } from '../rule-view';
import { ActiveScope, PreviewScope } from '../scope-section';
import { StatusBadge } from '../status-badge';
import { readVersions, readWithdrawalReason } from '../versions/data';
import { VersionStory } from '../versions/version-story';

const load = cache(async (id: string) => {
  const actor = await requireActor('register:read', `/advisories/${id}`);
  return { actor, advisory: (await readAdvisory(actor, id)) ?? notFound() };
});

export async function generateMetadata(props: PageProps<'/advisories/[id]'>): Promise<Metadata> {
  const { advisory } = await load((await props.params).id);
  return { title: advisory.reference };
}

export default async function AdvisoryPage({ params }: PageProps<'/advisories/[id]'>) {
  const { actor, advisory } = await load((await params).id);
  const { id, reference, status, version, rules, issuedOn } = advisory;
  const preview =
    status !== 'active' && rules.length > 0 ? await previewOfAdvisory(actor, advisory) : undefined;
  return (
    <>
      <PageHeader
        title={advisory.title}
        subtitle={`${reference} · ${advisory.issuer}`}
        badge={<StatusBadge status={status} />}
        breadcrumbs={[{ label: 'Advisories', href: '/advisories' }]}
        actions={
          <>
            <LinkButton href={`/advisories/what-if?advisory=${id}`} variant="default">
              What if
            </LinkButton>
            {can(actor.roles, 'advisory:write') ? (
              <AdvisorySteps
                id={id}
                reference={reference}
                status={status}
                version={version}
                hasRules={rules.length > 0}
                seenAt={advisory.updatedAt.toISOString()}
                counts={preview?.counts}
              />
            ) : null}
          </>
        }
      />
      {status === 'withdrawn' ? (
        <ErrorNotice
          tone="caution"
          title="This advisory was withdrawn and judges nothing any more"
          what={<Moment at={advisory.withdrawnAt} />}
          where={await readWithdrawalReason(actor, id)}
        />
      ) : null}
      <Columns>
        <Column>
          {status === 'active' ? (
            <ActiveScope reference={reference} counts={await readVerdictCounts(actor, id)} />
          ) : null}
          <Section title="Rules">
            {rules.length > 0 ? (
              <RuleViews rules={rules} issuedOn={issuedOn} isAdopted />
            ) : (
              <p>No rule is written yet.</p>
            )}
          </Section>
          {status === 'active' ? null : <AboutSection advisory={advisory} />}
        </Column>
        <Column>
          {status === 'active' ? (
            <AboutSection advisory={advisory} />
          ) : (
            <PreviewScope preview={preview} />
          )}
        </Column>
      </Columns>
      <ReturnSection actor={actor} advisory={{ id, reference, status }} />
      {version > 0 ? (
        <Section title="Versions">
          <VersionStory versions={await readVersions(actor, id)} />
        </Section>
      ) : null}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
