import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { searchParamsOf } from '@/app/_lib/table-query';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { readProduct } from '@/app/products/data';
import { holdPickableSystems, readSystem } from '@/app/systems/data';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { NewDeploymentForm } from '../new-deployment-form';

export const metadata: Metadata = { title: 'Add a deployment' };

/** `?product=` and `?system=` choose them beforehand. */
export default async function NewDeploymentPage({ searchParams }: PageProps<'/deployments/new'>) {
  const params = searchParamsOf(await searchParams);
  const actor = await requireActor('record:write', `/deployments/new?${params}`);
  const productId = params.get('product');
  const systemId = params.get('system');
  const product = productId === null ? undefined : await readProduct(actor, productId);
  const system = systemId === null ? undefined : await readSystem(actor, systemId);
  if (product === null || system === null) notFound();
  await holdPickableSystems(actor);
  return (
    <>
      <PageHeader
        title="Add a deployment"
        subtitle="A product that runs on a system: a row of the register"
        breadcrumbs={[{ label: 'Register', href: '/register' }]}
      />
      <NewDeploymentForm
        product={
          product && { value: product.id, label: `${product.name} · ${product.supplier.name}` }
        }
        system={
          system && {
            value: system.id,
            label: `${system.name} · ${system.organisation.name} · ${system.classification}`,
          }
        }
      />
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
