import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { can } from '@/app/_domain/permission';
import { productCategoryLabels } from '@/app/_domain/product';
import { DeploymentCounts } from '@/app/_parts/deployment-counts';
import { registerHref } from '@/app/_parts/register-href';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { recordHistory } from '@/app/history/shared/record-history';
import { OriginHeadlineBadge } from '@/app/suppliers/origin-facts/origin-headline';
import { OriginSection } from '@/app/suppliers/origin-facts/origin-section';
import { AddressLink } from '@/components/address-link';
import { FactList } from '@/components/fact-list';
import { LinkButton } from '@/components/link-button';
import { Moment } from '@/components/moment';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import styles from '@/components/record.module.css';
import { RemoveButton } from '@/components/remove-button';
import { Column, Columns, Section } from '@/components/section';
import { deleteProduct } from '../actions';
import { ComponentsSection, EmbeddedInSection } from '../components/embedding-sections';
import { readProduct, readProductDetail } from '../data';

const load = cache(async (id: string) => {
  const actor = await requireActor('register:read', `/products/${id}`);
  return { actor, product: (await readProduct(actor, id)) ?? notFound() };
});

export async function generateMetadata(props: PageProps<'/products/[id]'>): Promise<Metadata> {
  const { product } = await load((await props.params).id);
  return { title: product.name };
}

export default async function ProductPage({ params }: PageProps<'/products/[id]'>) {
  const { actor, product } = await load((await params).id);
  const { id, name, category, notes, supplier, updatedAt } = product;
  const detail = await readProductDetail(actor, id);
  const mayWrite = can(actor.roles, 'record:write');
  const supplierLink = (
    <AddressLink href={`/suppliers/${supplier.id}`}>{supplier.name}</AddressLink>
  );
  return (
    <>
      <PageHeader
        title={name}
        subtitle={<>by {supplierLink}</>}
        badge={<OriginHeadlineBadge headline={detail.origin.headline} />}
        breadcrumbs={[{ label: 'Products', href: '/products' }]}
        actions={
          mayWrite ? (
            <>
              <LinkButton href={`/products/${id}/edit`}>Change</LinkButton>
              <RemoveButton
                id={id}
                remove={deleteProduct}
                label="Delete"
                what={name}
                leadsTo="/products"
              >
                Its facts and components go with it. The history keeps what was there.
              </RemoveButton>
            </>
          ) : null
        }
      />
      <Columns>
        <Column>
          <OriginSection
            subject="product"
            subjectId={id}
            origin={detail.origin}
            mayWrite={mayWrite}
            description={<>By the facts about {supplierLink} and the product’s own</>}
          />
          <Section
            title="Where it runs"
            actions={
              <>
                <LinkButton variant="default" size="xs" href={registerHref({ product: id })}>
                  Open in the register
                </LinkButton>
                {mayWrite ? (
                  <LinkButton variant="default" size="xs" href={`/deployments/new?product=${id}`}>
                    Add deployment
                  </LinkButton>
                ) : null}
              </>
            }
          >
            <DeploymentCounts counts={detail.deploymentCounts} filter={{ product: id }} />
          </Section>
          <ComponentsSection product={product} components={detail.components} mayWrite={mayWrite} />
          <EmbeddedInSection products={detail.embeddedIn} />
        </Column>
        <Column>
          <Section title="About">
            <FactList
              facts={[
                { label: 'Supplier', value: supplierLink },
                {
                  label: 'Category',
                  value: category === 'not_recorded' ? null : productCategoryLabels[category],
                },
                {
                  label: 'Notes',
                  value: notes && <span className={styles.text}>{notes}</span>,
                },
                { label: 'Last changed', value: <Moment at={updatedAt} /> },
              ]}
            />
          </Section>
        </Column>
      </Columns>
      {await recordHistory(actor, 'product', id)}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
