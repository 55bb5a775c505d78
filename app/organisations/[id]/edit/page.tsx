import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { readOrganisation } from '../../data';
import { OrganisationForm } from '../../organisation-form';

export const metadata: Metadata = { title: 'Change organisation' };

export default async function ChangeOrganisationPage(props: PageProps<'/organisations/[id]/edit'>) {
  const { id } = await props.params;
  const actor = await requireActor('record:write', `/organisations/${id}/edit`);
  const organisation = await readOrganisation(actor, id);
  if (!organisation) notFound();
  const { name, kind } = organisation;
  return (
    <>
      <PageHeader
        title={`Change ${name}`}
        breadcrumbs={[
          { label: 'Organisations', href: '/organisations' },
          { label: name, href: `/organisations/${id}` },
        ]}
      />
      <OrganisationForm organisation={{ id: organisation.id, name, kind }} />
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
