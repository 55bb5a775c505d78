import type { Metadata } from 'next';
import { requireActor } from '@/app/_server/actor';
import { PageHeader } from '@/components/page-header';
import { SupplierForm } from '../supplier-form';

export const metadata: Metadata = { title: 'Add a supplier' };

export default async function NewSupplierPage() {
  await requireActor('record:write', '/suppliers/new');
  return (
    <>
      <PageHeader
        title="Add a supplier"
        subtitle="Origin facts, owners and other names are added on its page afterwards"
        breadcrumbs={[{ label: 'Suppliers', href: '/suppliers' }]}
      />
      <SupplierForm />
    </>
  );
}
