import type { Metadata } from 'next';
import { can } from '@/app/_domain/permission';
import { productCategoryLabels } from '@/app/_domain/product';
import { DeploymentCounts } from '@/app/_parts/deployment-counts';
import { NoRecordShown, RecordMoment } from '@/app/_parts/record-moment';
import { registerHref } from '@/app/_parts/register-href';
import { askedRecord } from '@/app/_server/asked-record';
import { pageMarking } from '@/app/_server/page-marking';
import { recordHistory } from '@/app/history/shared/record-history';
import { OriginHeadlineBadge } from '@/app/suppliers/origin-facts/origin-headline';
import { OriginSection } from '@/app/suppliers/origin-facts/origin-section';
import { AsAtChoice } from '@/components/as-at-choice';
import { FactList } from '@/components/fact-list';
import { LinkButton } from '@/components/link-button';
import { Moment } from '@/components/moment';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import styles from '@/components/record.module.css';
import { RecordLink } from '@/components/record-link';
import { RemoveButton } from '@/components/remove-button';
import { Column, Columns, Section } from '@/components/section';
import { deleteProduct } from '../actions';
import { ComponentsSection, EmbeddedInSection } from '../components/embedding-sections';
import { readProduct, readProductDetail } from '../data';

const breadcrumbs = [{ label: 'Products', href: '/products' }];
const nameOf = ({ name }: { name: string }) => name;

const asked = askedRecord('/products', readProduct);

export async function generateMetadata(props: PageProps<'/products/[id]'>): Promise<Metadata> {
  const found = await asked(props);
  return { title: found.kind === 'found' ? nameOf(found.record) : 'Nothing to show' };
}

export default async function ProductPage(props: PageProps<'/products/[id]'>) {
  const found = await asked(props);
  const { actor, path } = found;
  if (found.kind !== 'found') {
    return (
      <>
        <NoRecordShown asked={found} what="product" nameOf={nameOf} breadcrumbs={breadcrumbs} />
        <PageMarking marking={await pageMarking(actor)} />
      </>
    );
  }
  const { asOf, record: product } = found;
  const { id, name, category, notes, supplier, updatedAt } = product;
  const detail = await readProductDetail(actor, id, asOf);
  const mayWrite = asOf === undefined && can(actor.roles, 'record:write');
  const supplierLink = <RecordLink href={`/suppliers/${supplier.id}`}>{supplier.name}</RecordLink>;
  return (
    <>
      <PageHeader
        title={name}
        subtitle={<>by {supplierLink}</>}
        badge={<OriginHeadlineBadge headline={detail.origin.headline} />}
        breadcrumbs={breadcrumbs}
        actions={
          <>
            <AsAtChoice />
            {mayWrite ? (
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
            ) : null}
          </>
        }
      />
      <RecordMoment asOf={asOf} path={path} />
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
                <LinkButton
                  keepsMoment
                  variant="default"
                  size="xs"
                  href={registerHref({ product: id })}
                >
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
      {await recordHistory(actor, 'product', id, asOf)}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
