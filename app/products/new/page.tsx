import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { searchParamsOf } from '@/app/_lib/table-query';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { readSupplier } from '@/app/suppliers/data';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { ProductForm } from '../product-form';

export const metadata: Metadata = { title: 'Add a product' };

/** `?supplier=` chooses the supplier beforehand. */
export default async function NewProductPage({ searchParams }: PageProps<'/products/new'>) {
  const params = searchParamsOf(await searchParams);
  const actor = await requireActor('record:write', `/products/new?${params}`);
  const supplierId = params.get('supplier');
  const supplier = supplierId === null ? undefined : await readSupplier(actor, supplierId);
  if (supplier === null) notFound();
  return (
    <>
      <PageHeader
        title="Add a product"
        subtitle="Origin facts and components are added on its page afterwards"
        breadcrumbs={[{ label: 'Products', href: '/products' }]}
      />
      <ProductForm supplier={supplier && { value: supplier.id, label: supplier.name }} />
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
