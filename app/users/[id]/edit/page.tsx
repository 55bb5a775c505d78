import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { caveatChoices, findUser, organisationChoices } from '../../data';
import { UserForm } from '../../user-form';

export const metadata: Metadata = { title: 'Change user' };

export default async function ChangeUserPage({ params }: PageProps<'/users/[id]/edit'>) {
  const { id } = await params;
  const actor = await requireActor('user:manage', `/users/${id}/edit`);
  const user = (await findUser(actor, id)) ?? notFound();
  return (
    <>
      <PageHeader
        title={`Change ${user.name}`}
        breadcrumbs={[
          { label: 'Users', href: '/users' },
          { label: user.name, href: `/users/${id}` },
        ]}
      />
      <UserForm
        id={id}
        values={{
          name: user.name,
          email: user.email,
          roles: [...user.roles],
          clearance: user.clearance,
          clearanceExpiresOn: user.clearanceExpiresOn?.toISOString().slice(0, 10) ?? '',
          caveats: [...user.caveats],
          allOrganisations: user.allOrganisations,
          organisations: user.organisations.map((organisation) => organisation.id),
        }}
        choices={{
          organisations: await organisationChoices(actor),
          caveats: [...new Set([...(await caveatChoices(actor)), ...user.caveats])],
        }}
      />
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
