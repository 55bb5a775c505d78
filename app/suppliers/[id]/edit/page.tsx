import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { readSupplier } from '../../data';
import { SupplierForm } from '../../supplier-form';

export const metadata: Metadata = { title: 'Change supplier' };

export default async function ChangeSupplierPage({ params }: PageProps<'/suppliers/[id]/edit'>) {
  const { id } = await params;
  const actor = await requireActor('record:write', `/suppliers/${id}/edit`);
  const supplier = await readSupplier(actor, id);
  if (!supplier) notFound();
  const { updatedAt: _, ...values } = supplier;
  return (
    <>
      <PageHeader
        title={`Change ${supplier.name}`}
        breadcrumbs={[
          { label: 'Suppliers', href: '/suppliers' },
          { label: supplier.name, href: `/suppliers/${id}` },
        ]}
      />
      <SupplierForm supplier={values} />
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
