import type { Metadata } from 'next';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { EditorOnDemand } from '../editor/editor-on-demand';
import { expectPreview } from '../preview/data';

export const metadata: Metadata = { title: 'Write an advisory' };

export default async function NewAdvisoryPage() {
  const actor = await requireActor('advisory:write', '/advisories/new');
  await expectPreview(actor);
  return (
    <>
      <PageHeader
        title="Write an advisory"
        subtitle="It stays a draft, and judges nothing, until it is activated."
        breadcrumbs={[{ label: 'Advisories', href: '/advisories' }]}
      />
      <EditorOnDemand />
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
