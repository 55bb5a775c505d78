import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { recordHistory } from '@/app/history/shared/record-history';
import { FactList } from '@/components/fact-list';
import { LinkButton } from '@/components/link-button';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { Section } from '@/components/section';
import { AskedNotice } from '../asked-notice';
import { findUser } from '../data';
import { userFacts } from '../user-facts';
import { UserStatusBadge } from '../user-status-badge';
import { UserSteps } from '../user-steps';

export const metadata: Metadata = { title: 'User' };

export default async function UserPage({ params }: PageProps<'/users/[id]'>) {
  const { id } = await params;
  const actor = await requireActor('user:manage', `/users/${id}`);
  const user = (await findUser(actor, id)) ?? notFound();
  const isOwn = user.id === actor.id;
  const status = user.canSignIn ? 'active' : 'invited';
  return (
    <>
      <PageHeader
        title={user.name}
        badge={<UserStatusBadge status={user.disabled ? 'disabled' : status} />}
        breadcrumbs={[{ label: 'Users', href: '/users' }]}
        actions={isOwn ? null : <LinkButton href={`/users/${id}/edit`}>Change</LinkButton>}
      />
      {user.asked && !isOwn ? (
        <AskedNotice asked={user.asked} name={user.name} readerId={actor.id} />
      ) : null}
      <FactList facts={userFacts(user)} columns={2} />
      {isOwn ? (
        <p>This is you. Nobody changes their own rights: another administrator can.</p>
      ) : (
        <Section title="Account">
          <UserSteps user={user} />
        </Section>
      )}
      {await recordHistory(actor, 'user', id)}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
