import type { Metadata } from 'next';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { AddressLink } from '@/components/address-link';
import { EmptyState } from '@/components/empty-state';
import { ErrorNotice } from '@/components/error-notice';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { PlainTable } from '@/components/plain-table';
import { Section } from '@/components/section';
import { entityLabels } from '../../counts';
import { type Blocker, undoBlockers } from '../../undo/data';
import { CountsSection } from '../counts-section';
import { importOf } from '../import-of';
import { UndoButton } from './undo-button';

export const metadata: Metadata = { title: 'Undo an import' };

export default async function UndoPage({ params }: PageProps<'/imports/[id]/undo'>) {
  const { id } = await params;
  const actor = await requireActor('import:run', `/imports/${id}/undo`);
  const batch = await importOf(actor, id);
  const blockers = batch.state === 'applied' ? await undoBlockers(actor, id) : [];
  return (
    <>
      <PageHeader
        title="Undo the import"
        subtitle="New rows are removed and changed ones get their former values back, all or none"
        breadcrumbs={[
          { label: 'Imports', href: '/imports' },
          { label: batch.fileName, href: `/imports/${id}` },
        ]}
      />
      {batch.state !== 'applied' ? (
        <EmptyState
          title="There is nothing to undo"
          description="Only an import that was applied, and not undone since, can be undone."
        />
      ) : (
        <>
          {blockers.length > 0 ? (
            <BlockerSection blockers={blockers} />
          ) : (
            <ErrorNotice
              tone="accent"
              title="Nothing has touched its rows since"
              what="The history keeps both the import and its undoing."
              action={<UndoButton id={id} />}
            />
          )}
          <CountsSection batch={batch} />
        </>
      )}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}

function BlockerSection({ blockers }: { blockers: readonly Blocker[] }) {
  return (
    <Section
      title="Rows that stand in the way"
      description="They were touched after the import, so undoing it would undo that as well. Change these records by hand instead. At most 100 are listed."
    >
      <PlainTable
        caption="Rows that stand in the way"
        columns={[{ label: 'Kind' }, { label: 'Record' }, { label: 'Why' }]}
        rows={blockers.map(({ entity, name, href, reason }, index) => ({
          key: `${index} ${href}`,
          cells: [
            entity === 'ownership_link' ? 'Owners of suppliers' : entityLabels[entity],
            href === '' ? (
              name
            ) : (
              <AddressLink key="name" href={href}>
                {name}
              </AddressLink>
            ),
            reason,
          ],
        }))}
      />
    </Section>
  );
}
