import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ClassificationBadge } from '@/app/_parts/classification-badge';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { AddressLink } from '@/components/address-link';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { RemoveButton } from '@/components/remove-button';
import { deleteDeployment } from '../../actions';
import { readDeployment } from '../../data';
import { DeploymentForm } from '../../deployment-form';

export const metadata: Metadata = { title: 'Change deployment' };

export default async function ChangeDeploymentPage({
  params,
}: PageProps<'/deployments/[id]/edit'>) {
  const { id } = await params;
  const actor = await requireActor('record:write', `/deployments/${id}/edit`);
  const deployment = await readDeployment(actor, id);
  if (!deployment) notFound();
  const { product, system, version, installations, status, owner, notes } = deployment;
  const title = `${product.name} on ${system.name}`;
  return (
    <>
      <PageHeader
        title={`Change ${title}`}
        subtitle={
          <>
            <AddressLink href={`/products/${product.id}`}>{product.name}</AddressLink> by{' '}
            {product.supplier.name}, on{' '}
            <AddressLink href={`/systems/${system.id}`}>{system.name}</AddressLink> of{' '}
            {system.organisation.name}
          </>
        }
        badge={
          <ClassificationBadge
            code={system.classification}
            markings={system.markings}
            label={system.classificationLabel}
          />
        }
        breadcrumbs={[
          { label: 'Register', href: '/register' },
          { label: title, href: `/register/${id}` },
        ]}
        actions={
          <RemoveButton
            id={id}
            remove={deleteDeployment}
            label="Delete"
            what={title}
            leadsTo="/register"
          >
            For something that was recorded by mistake. What is no longer in use is set to Retired.
          </RemoveButton>
        }
      />
      <DeploymentForm
        id={id}
        values={{ version, installations: installations?.toString() ?? '', status, owner, notes }}
      />
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
