import type { Metadata } from 'next';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { ErrorNotice } from '@/components/error-notice';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { maySeeAllOrganisations, onlyWhoSeesAll } from '../data';
import { OrganisationForm } from '../organisation-form';

export const metadata: Metadata = { title: 'Add an organisation' };

export default async function NewOrganisationPage() {
  const actor = await requireActor('record:write', '/organisations/new');
  return (
    <>
      <PageHeader
        title="Add an organisation"
        breadcrumbs={[{ label: 'Organisations', href: '/organisations' }]}
      />
      {(await maySeeAllOrganisations(actor)) ? (
        <OrganisationForm />
      ) : (
        <ErrorNotice tone="caution" title={onlyWhoSeesAll} />
      )}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
