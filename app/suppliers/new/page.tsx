import type { Metadata } from 'next';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { SupplierForm } from '../supplier-form';

export const metadata: Metadata = { title: 'Add a supplier' };

export default async function NewSupplierPage() {
  const actor = await requireActor('record:write', '/suppliers/new');
  return (
    <>
      <PageHeader
        title="Add a supplier"
        subtitle="Origin facts, owners and other names are added on its page afterwards"
        breadcrumbs={[{ label: 'Suppliers', href: '/suppliers' }]}
      />
      <SupplierForm />
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
