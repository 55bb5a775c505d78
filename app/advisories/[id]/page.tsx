import type { Metadata } from 'next';
import { can } from '@/app/_domain/permission';
import { NoRecordShown, RecordMoment } from '@/app/_parts/record-moment';
import { askedRecord } from '@/app/_server/asked-record';
import { pageMarking } from '@/app/_server/page-marking';
import { AsAtChoice } from '@/components/as-at-choice';
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

const breadcrumbs = [{ label: 'Advisories', href: '/advisories' }];
const nameOf = ({ reference }: { reference: string }) => reference;

const asked = askedRecord('/advisories', readAdvisory);

export async function generateMetadata(props: PageProps<'/advisories/[id]'>): Promise<Metadata> {
  const found = await asked(props);
  return { title: found.kind === 'found' ? nameOf(found.record) : 'Nothing to show' };
}

export default async function AdvisoryPage(props: PageProps<'/advisories/[id]'>) {
  const found = await asked(props);
  const { actor, path } = found;
  if (found.kind !== 'found') {
    return (
      <>
        <NoRecordShown asked={found} what="advisory" nameOf={nameOf} breadcrumbs={breadcrumbs} />
        <PageMarking marking={await pageMarking(actor)} />
      </>
    );
  }
  const { asOf, record: advisory } = found;
  const { id, reference, status, version, rules, issuedOn } = advisory;
  const isPresent = asOf === undefined;
  // What would be judged by it is a matter of today, and so is how far its return has come.
  const preview =
    isPresent && status !== 'active' && rules.length > 0
      ? await previewOfAdvisory(actor, advisory)
      : undefined;
  return (
    <>
      <PageHeader
        title={advisory.title}
        subtitle={`${reference} · ${advisory.issuer}`}
        badge={<StatusBadge status={status} />}
        breadcrumbs={breadcrumbs}
        actions={
          <>
            <AsAtChoice />
            {isPresent ? (
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
            ) : null}
          </>
        }
      />
      <RecordMoment asOf={asOf} path={path} />
      {status === 'withdrawn' ? (
        <ErrorNotice
          tone="caution"
          title="This advisory was withdrawn and judges nothing any more"
          what={<Moment at={advisory.withdrawnAt} />}
          where={await readWithdrawalReason(actor, id, asOf)}
        />
      ) : null}
      <Columns>
        <Column>
          {status === 'active' ? (
            <ActiveScope reference={reference} counts={await readVerdictCounts(actor, id, asOf)} />
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
          ) : isPresent ? (
            <PreviewScope preview={preview} />
          ) : null}
        </Column>
      </Columns>
      {isPresent ? <ReturnSection actor={actor} advisory={{ id, reference, status }} /> : null}
      {version > 0 ? (
        <Section title="Versions">
          <VersionStory versions={await readVersions(actor, id, asOf)} />
        </Section>
      ) : null}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
