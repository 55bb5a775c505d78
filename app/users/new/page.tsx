import type { Metadata } from 'next';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { caveatChoices, organisationChoices } from '../data';
import { NewUserForm } from '../new-user-form';

export const metadata: Metadata = { title: 'Add a user' };

export default async function NewUserPage() {
  const actor = await requireActor('user:manage', '/users/new');
  return (
    <>
      <PageHeader
        title="Add a user"
        subtitle="You then get a link to hand over, by which the person sets a password"
        breadcrumbs={[{ label: 'Users', href: '/users' }]}
      />
      <NewUserForm
        organisations={await organisationChoices(actor)}
        caveats={await caveatChoices(actor)}
      />
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
