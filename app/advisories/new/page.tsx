import type { Metadata } from 'next';
import { requireActor } from '@/app/_server/actor';
import { PageHeader } from '@/components/page-header';
import { EditorOnDemand } from '../editor/editor-on-demand';

export const metadata: Metadata = { title: 'Write an advisory' };

export default async function NewAdvisoryPage() {
  await requireActor('advisory:write', '/advisories/new');
  return (
    <>
      <PageHeader
        title="Write an advisory"
        subtitle="It stays a draft, and judges nothing, until it is activated."
        breadcrumbs={[{ label: 'Advisories', href: '/advisories' }]}
      />
      <EditorOnDemand />
    </>
  );
}
