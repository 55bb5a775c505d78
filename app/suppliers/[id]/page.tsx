import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { can } from '@/app/_domain/permission';
import { DeploymentCounts } from '@/app/_parts/deployment-counts';
import { registerHref } from '@/app/_parts/register-href';
import { SourceLink } from '@/app/_parts/source-link';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { recordHistory } from '@/app/history/shared/record-history';
import { FactList } from '@/components/fact-list';
import { LinkButton } from '@/components/link-button';
import { Moment } from '@/components/moment';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import styles from '@/components/record.module.css';
import { RemoveButton } from '@/components/remove-button';
import { Column, Columns, Section } from '@/components/section';
import { deleteSupplier } from '../actions';
import { AliasList } from '../aliases/alias-list';
import { readSupplier, readSupplierDetail } from '../data';
import { OriginHeadlineBadge } from '../origin-facts/origin-headline';
import { OriginSection } from '../origin-facts/origin-section';
import { HoldingsSection, OwnersSection } from '../ownership/ownership-sections';
import { EmbeddingTable, ProductTable } from '../supplier-products';

const load = cache(async (id: string) => {
  const actor = await requireActor('register:read', `/suppliers/${id}`);
  return { actor, supplier: (await readSupplier(actor, id)) ?? notFound() };
});

export async function generateMetadata(props: PageProps<'/suppliers/[id]'>): Promise<Metadata> {
  const { supplier } = await load((await props.params).id);
  return { title: supplier.name };
}

export default async function SupplierPage({ params }: PageProps<'/suppliers/[id]'>) {
  const { actor, supplier } = await load((await params).id);
  const { id, name, website, notes, updatedAt } = supplier;
  const detail = await readSupplierDetail(actor, id);
  const mayWrite = can(actor.roles, 'record:write');
  return (
    <>
      <PageHeader
        title={name}
        badge={<OriginHeadlineBadge headline={detail.origin.headline} />}
        breadcrumbs={[{ label: 'Suppliers', href: '/suppliers' }]}
        actions={
          mayWrite ? (
            <>
              <LinkButton href={`/suppliers/${id}/edit`}>Change</LinkButton>
              <RemoveButton
                id={id}
                remove={deleteSupplier}
                label="Delete"
                what={name}
                leadsTo="/suppliers"
              >
                Its aliases, facts and owners go with it. The history keeps what was there.
              </RemoveButton>
            </>
          ) : null
        }
      />
      <Columns>
        <Column>
          <OriginSection
            subject="supplier"
            subjectId={id}
            origin={detail.origin}
            mayWrite={mayWrite}
          />
          <Section
            title="Where its products run"
            actions={
              <LinkButton variant="default" size="xs" href={registerHref({ supplier: id })}>
                Open in the register
              </LinkButton>
            }
          >
            <DeploymentCounts counts={detail.deploymentCounts} filter={{ supplier: id }} />
          </Section>
          <Section
            title="Products"
            actions={
              mayWrite ? (
                <LinkButton variant="default" size="xs" href={`/products/new?supplier=${id}`}>
                  Add product
                </LinkButton>
              ) : null
            }
          >
            <ProductTable supplierId={id} products={detail.products} count={detail.productCount} />
          </Section>
          <Section title="Inside other suppliers’ products">
            <EmbeddingTable products={detail.embeddedIn} />
          </Section>
        </Column>
        <Column>
          <OwnersSection supplierId={id} owners={detail.owners} mayWrite={mayWrite} />
          <HoldingsSection supplierId={id} holdings={detail.holdings} mayWrite={mayWrite} />
          <Section title="Other names">
            <AliasList supplierId={id} aliases={detail.aliases} mayWrite={mayWrite} />
          </Section>
          <Section title="About">
            <FactList
              facts={[
                {
                  label: 'Website',
                  value: website ? <SourceLink source={website} url={website} /> : '',
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
      {await recordHistory(actor, 'supplier', id)}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
