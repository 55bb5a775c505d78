import type { Metadata } from 'next';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { importOf } from '../import-of';
import { MappingSection } from './mapping-section';

export const metadata: Metadata = { title: 'Columns of the file' };

export default async function MappingPage({ params }: PageProps<'/imports/[id]/mapping'>) {
  const { id } = await params;
  const actor = await requireActor('import:run', `/imports/${id}/mapping`);
  const batch = await importOf(actor, id);
  return (
    <>
      <PageHeader
        title="Columns of the file"
        breadcrumbs={[
          { label: 'Imports', href: '/imports' },
          { label: batch.fileName, href: `/imports/${id}` },
        ]}
      />
      <MappingSection actor={actor} batch={batch} />
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
