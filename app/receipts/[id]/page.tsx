import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireActor } from '@/app/_server/actor';
import { isRepeatable } from '@/app/_server/export-repeat';
import { pageMarking } from '@/app/_server/page-marking';
import { ErrorNotice } from '@/components/error-notice';
import { LinkButton } from '@/components/link-button';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { Section } from '@/components/section';
import { findReceipt } from '../data';
import { queryOf } from '../exported-tables';
import { StateBadge } from '../state-badge';
import { tableLabel } from '../table';
import { ExportSection, FileSection, HeadSection } from './receipt-sections';
import { RepeatButton } from './repeat-button';

export const metadata: Metadata = { title: 'Receipt' };

export default async function ReceiptPage({ params }: PageProps<'/receipts/[id]'>) {
  const { id } = await params;
  const actor = await requireActor('register:read', `/receipts/${id}`);
  const receipt = (await findReceipt(actor, id)) ?? notFound();
  const { state, endedAt } = receipt;
  const found = queryOf(receipt);
  return (
    <>
      <PageHeader
        title={`Export of ${tableLabel(receipt.tableName)}`}
        badge={<StateBadge state={state} />}
        breadcrumbs={[{ label: 'Receipts', href: '/receipts' }]}
        actions={
          <>
            <LinkButton href={`/receipts/${id}/receipt.json`} download>
              Download receipt
            </LinkButton>
            <LinkButton href={`/receipts/${id}/metadata.json`} variant="default" download>
              Download column descriptions
            </LinkButton>
          </>
        }
      />
      {state === 'incomplete' ? (
        <ErrorNotice
          tone="caution"
          title={endedAt ? 'The export broke off' : 'The export has not ended'}
          what={
            endedAt
              ? 'The file was not sent to its end. Whatever was saved of it is no whole export.'
              : 'It is running, or the server was stopped while it ran. What was saved of it is no whole export.'
          }
          todo="Export again to have a whole file."
        />
      ) : null}
      <FileSection receipt={receipt} />
      <ExportSection receipt={receipt} />
      {state === 'complete' ? (
        <Section
          title="Run the query again"
          description="As of its moment, with what the exporter might see then: it has to give the same bytes."
        >
          {found && isRepeatable(found.definition) ? (
            <RepeatButton id={id} />
          ) : (
            <p>
              {found
                ? 'This table keeps no versions of its rows, so this export cannot be made again.'
                : 'The register does not understand this query any more, so it cannot be run again.'}{' '}
              The hash still tells whether a file is the one that was exported.
            </p>
          )}
        </Section>
      ) : null}
      <HeadSection receipt={receipt} />
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
