import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { readProduct } from '../../data';
import { ProductForm } from '../../product-form';

export const metadata: Metadata = { title: 'Change product' };

export default async function ChangeProductPage({ params }: PageProps<'/products/[id]/edit'>) {
  const { id } = await params;
  const actor = await requireActor('record:write', `/products/${id}/edit`);
  const product = await readProduct(actor, id);
  if (!product) notFound();
  const { supplier, updatedAt: _, ...values } = product;
  const { name } = values;
  return (
    <>
      <PageHeader
        title={`Change ${name}`}
        breadcrumbs={[
          { label: 'Products', href: '/products' },
          { label: name, href: `/products/${id}` },
        ]}
      />
      <ProductForm product={values} supplier={{ value: supplier.id, label: supplier.name }} />
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
