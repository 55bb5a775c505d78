import type { Metadata } from 'next';
import { cache } from 'react';
import { can } from '@/app/_domain/permission';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { ErrorNotice } from '@/components/error-notice';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { ProgressPanel } from '@/components/progress-panel';
import { ToneBadge } from '@/components/tone-badge';
import { applyingRefusal, carriesDecisions, countOpenMatches } from '../data';
import { isJobState, jobStates, stateLabels, stateTones } from '../states';
import { AboutSection } from './about-section';
import { CountsSection } from './counts-section';
import { importOf } from './import-of';
import { type ApplyingWay, ImportSteps } from './import-steps';
import { MappingSection } from './mapping/mapping-section';
import { MatchesSection } from './matches-section';
import { ProblemsSection } from './problems-section';

const load = cache(async (id: string) => {
  const actor = await requireActor('register:read', `/imports/${id}`);
  return { actor, batch: await importOf(actor, id) };
});

export async function generateMetadata(props: PageProps<'/imports/[id]'>): Promise<Metadata> {
  const { batch } = await load((await props.params).id);
  return { title: batch.fileName };
}

export default async function ImportPage({ params, searchParams }: PageProps<'/imports/[id]'>) {
  const { id } = await params;
  const { after } = await searchParams;
  const { actor, batch } = await load(id);
  const { state, message } = batch;
  const mayImport = can(actor.roles, 'import:run');
  const isRehearsed = state === 'rehearsed';
  const openMatches = isRehearsed ? await countOpenMatches(actor, id) : 0;
  return (
    <>
      <PageHeader
        title={batch.fileName}
        badge={<ToneBadge tone={stateTones[state]}>{stateLabels[state]}</ToneBadge>}
        breadcrumbs={[{ label: 'Imports', href: '/imports' }]}
        actions={
          <ImportSteps
            id={id}
            fileName={batch.fileName}
            state={state}
            mayImport={mayImport}
            applying={applyingWay()}
          />
        }
      />
      {isJobState(state) ? (
        <ProgressPanel url={`/imports/${id}/progress`} label={jobStates[state].words} />
      ) : null}
      {!isJobState(state) && message !== '' ? (
        <ErrorNotice title={message} todo="The register is as it was." />
      ) : null}
      {state === 'uploaded' && mayImport ? <MappingSection actor={actor} batch={batch} /> : null}
      {isRehearsed ? (
        <>
          <MatchesSection actor={actor} batch={batch} mayImport={mayImport} open={openMatches} />
          <ProblemsSection
            actor={actor}
            batch={batch}
            mayImport={mayImport}
            after={typeof after === 'string' ? after : undefined}
          />
        </>
      ) : null}
      {isRehearsed || state === 'applied' || state === 'undone' ? (
        <CountsSection batch={batch} />
      ) : null}
      <AboutSection batch={batch} />
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );

  function applyingWay(): ApplyingWay {
    const refusal = applyingRefusal(batch, openMatches);
    if (refusal) return { by: 'nobody', reason: refusal };
    if (!carriesDecisions(batch)) {
      return mayImport ? { by: 'steward' } : { by: 'nobody', reason: 'A data steward applies it.' };
    }
    if (!can(actor.roles, 'decision:approve')) {
      return { by: 'nobody', reason: 'It carries decisions, so an approver has to apply it.' };
    }
    return batch.uploadedBy === actor.id
      ? { by: 'nobody', reason: 'You uploaded it. Another approver has to let its decisions in.' }
      : { by: 'approver' };
  }
}
