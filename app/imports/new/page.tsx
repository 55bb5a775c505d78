import type { Metadata } from 'next';
import { requireActor } from '@/app/_server/actor';
import { largestUpload } from '@/app/_server/environment';
import { pageMarking } from '@/app/_server/page-marking';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { PlainTable } from '@/components/plain-table';
import { Section } from '@/components/section';
import { kinds } from '../kinds';
import { FileDrop } from './file-drop';

export const metadata: Metadata = { title: 'Import a file' };

export default async function NewImportPage() {
  const actor = await requireActor('import:run', '/imports/new');
  return (
    <>
      <PageHeader
        title="Import a file"
        subtitle="It is rehearsed first: nothing is written before you have seen what it would change"
        breadcrumbs={[{ label: 'Imports', href: '/imports' }]}
      />
      <FileDrop largest={largestUpload()} />
      <Section title="What a file can hold">
        <PlainTable
          caption="Kinds of files"
          columns={[{ label: 'Kind' }, { label: 'What its lines are' }]}
          rows={Object.entries(kinds).map(([kind, { label, description }]) => ({
            key: kind,
            cells: [label, description],
          }))}
        />
        <p>
          The first line names the columns, in any words; you say on the next page what each is. An
          export of this register can be imported as it is.
        </p>
      </Section>
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
