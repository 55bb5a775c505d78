import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { formatInteger } from '@/app/_lib/format';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { ErrorNotice } from '@/components/error-notice';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { type Advisory, countDecisionsResting, readAdvisory } from '../../data';
import { EditorOnDemand } from '../../editor/editor-on-demand';
import { type EditorValues, ruleEntries } from '../../editor/values';
import { expectPreview } from '../../preview/data';

export const metadata: Metadata = { title: 'Change advisory' };

export default async function ChangeAdvisoryPage({ params }: PageProps<'/advisories/[id]/edit'>) {
  const { id } = await params;
  const actor = await requireActor('advisory:write', `/advisories/${id}/edit`);
  await expectPreview(actor);
  const advisory = await readAdvisory(actor, id);
  if (!advisory) notFound();
  const isActive = advisory.status === 'active';
  return (
    <>
      <PageHeader
        title={`Change ${advisory.reference}`}
        breadcrumbs={[
          { label: 'Advisories', href: '/advisories' },
          { label: advisory.title, href: `/advisories/${id}` },
        ]}
      />
      {isActive ? (
        <NewVersionNotice
          version={advisory.version}
          decisions={await countDecisionsResting(actor, id)}
        />
      ) : null}
      <EditorOnDemand
        advisory={{
          id,
          seenAt: advisory.updatedAt.toISOString(),
          isActive,
          isReferenceFixed: advisory.version > 0,
          supersedes: choiceOf(advisory.supersedes),
          amends: choiceOf(advisory.amends),
        }}
        values={valuesOf(advisory)}
      />
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}

function NewVersionNotice({ version, decisions }: { version: number; decisions: number }) {
  const resting =
    decisions === 1 ? '1 decision rests' : `${formatInteger(decisions)} decisions rest`;
  return (
    <ErrorNotice
      tone="caution"
      title={`This advisory is active: a change makes version ${version + 1}`}
      what={`It judges the whole register anew at once. ${resting} on it as far as you may see; where its rules change, these are marked as needing a new decision.`}
    />
  );
}

function choiceOf(other: Advisory['supersedes']) {
  return other ? { value: other.id, label: `${other.reference} · ${other.title}` } : undefined;
}

function valuesOf(advisory: Advisory): EditorValues {
  return {
    reference: advisory.reference,
    title: advisory.title,
    issuer: advisory.issuer,
    jurisdiction: advisory.jurisdiction,
    identifier: advisory.identifier,
    audience: advisory.audience,
    issuedOn: advisory.issuedOn,
    link: advisory.link,
    bindingness: advisory.bindingness,
    confirmation: advisory.confirmation,
    summary: advisory.summary,
    quotedClause: advisory.quotedClause,
    notes: advisory.notes,
    supersedesId: advisory.supersedesId,
    amendsId: advisory.amendsId,
    rules: ruleEntries(advisory.rules),
    reason: '',
  };
}
