import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { findGroup, memberChoices } from '../../data';
import { GroupForm } from '../../group-form';

export const metadata: Metadata = { title: 'Change group' };

export default async function ChangeGroupPage({ params }: PageProps<'/groups/[id]/edit'>) {
  const { id } = await params;
  const actor = await requireActor('user:manage', `/groups/${id}/edit`);
  const { name, purpose, members } = (await findGroup(actor, id)) ?? notFound();
  const others = members.filter((member) => member.id !== actor.id).map((member) => member.id);
  return (
    <>
      <PageHeader
        title={`Change ${name}`}
        breadcrumbs={[
          { label: 'Groups', href: '/groups' },
          { label: name, href: `/groups/${id}` },
        ]}
      />
      <GroupForm
        id={id}
        values={{ name, purpose, members: others }}
        people={await memberChoices(actor)}
      />
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
