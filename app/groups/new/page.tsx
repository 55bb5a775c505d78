import type { Metadata } from 'next';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { memberChoices } from '../data';
import { GroupForm } from '../group-form';

export const metadata: Metadata = { title: 'Add a group' };

export default async function NewGroupPage() {
  const actor = await requireActor('user:manage', '/groups/new');
  return (
    <>
      <PageHeader title="Add a group" breadcrumbs={[{ label: 'Groups', href: '/groups' }]} />
      <GroupForm people={await memberChoices(actor)} />
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
