import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { roleLabels } from '@/app/_domain/permission';
import { currentActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { LinkButton } from '@/components/link-button';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';

export const metadata: Metadata = { title: 'Not for your roles' };

export default async function NoPermissionPage() {
  const actor = await currentActor();
  if (!actor) redirect('/sign-in');
  const held = actor.roles.map((role) => roleLabels[role].toLowerCase());
  return (
    <>
      <PageHeader title="Your roles do not open this page" />
      <p>
        {held.length > 0
          ? `You are signed in as ${actor.name} (${held.join(', ')}).`
          : `You are signed in as ${actor.name} and have no role yet.`}{' '}
        An administrator can give you another role.
      </p>
      <div>
        <LinkButton href="/account">See what you may do</LinkButton>
      </div>
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
