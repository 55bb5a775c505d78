import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { recordHistory } from '@/app/history/shared/record-history';
import { AddressLink } from '@/components/address-link';
import { LinkButton } from '@/components/link-button';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { Section } from '@/components/section';
import { findGroup } from '../data';

export const metadata: Metadata = { title: 'Group' };

export default async function GroupPage({ params }: PageProps<'/groups/[id]'>) {
  const { id } = await params;
  const actor = await requireActor('user:manage', `/groups/${id}`);
  const group = (await findGroup(actor, id)) ?? notFound();
  return (
    <>
      <PageHeader
        title={group.name}
        subtitle={group.purpose}
        breadcrumbs={[{ label: 'Groups', href: '/groups' }]}
        actions={<LinkButton href={`/groups/${id}/edit`}>Change</LinkButton>}
      />
      <Section
        title="Members"
        description="They see the systems of the group, as far as they are cleared. Whoever keeps a system and is a member gives it to the group."
      >
        {group.members.length > 0 ? (
          <ul>
            {group.members.map((member) => (
              <li key={member.id}>
                <AddressLink href={`/users/${member.id}`}>{member.name}</AddressLink>
              </li>
            ))}
          </ul>
        ) : (
          <p>Nobody yet, so that nobody sees its systems.</p>
        )}
      </Section>
      {await recordHistory(actor, 'access_group', id)}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
