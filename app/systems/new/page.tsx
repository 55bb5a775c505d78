import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { searchParamsOf } from '@/app/_lib/table-query';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { groupChoices } from '@/app/groups/data';
import { readOrganisation } from '@/app/organisations/data';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { SystemForm } from '../system-form';

export const metadata: Metadata = { title: 'Add a system' };

/** `?organisation=` (an id) chooses the organisation beforehand. */
export default async function NewSystemPage({ searchParams }: PageProps<'/systems/new'>) {
  const params = searchParamsOf(await searchParams);
  const actor = await requireActor('record:write', `/systems/new?${params}`);
  const id = params.get('organisation');
  const organisation = id === null ? undefined : await readOrganisation(actor, id);
  if (organisation === null) notFound();
  return (
    <>
      <PageHeader title="Add a system" breadcrumbs={[{ label: 'Systems', href: '/systems' }]} />
      <SystemForm
        groups={await groupChoices(actor)}
        organisation={organisation && { value: organisation.id, label: organisation.name }}
      />
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
