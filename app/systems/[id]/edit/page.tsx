import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { groupChoices } from '@/app/groups/data';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { readSystem } from '../../data';
import { SystemForm } from '../../system-form';

export const metadata: Metadata = { title: 'Change system' };

export default async function ChangeSystemPage({ params }: PageProps<'/systems/[id]/edit'>) {
  const { id } = await params;
  const actor = await requireActor('record:write', `/systems/${id}/edit`);
  const found = await readSystem(actor, id);
  if (!found) notFound();
  const { organisation, groups, updatedAt: _, ...system } = found;
  const choices = await groupChoices(actor);
  return (
    <>
      <PageHeader
        title={`Change ${system.name}`}
        breadcrumbs={[
          { label: 'Systems', href: '/systems' },
          { label: system.name, href: `/systems/${id}` },
        ]}
      />
      <SystemForm
        system={{ ...system, groupIds: groups.map((group) => group.id) }}
        groups={choices}
        organisation={{ value: organisation.id, label: organisation.name }}
      />
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
