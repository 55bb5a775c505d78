import type { Metadata } from 'next';
import { can } from '@/app/_domain/permission';
import { DeploymentCounts } from '@/app/_parts/deployment-counts';
import { NoRecordShown, RecordMoment } from '@/app/_parts/record-moment';
import { registerHref } from '@/app/_parts/register-href';
import { SourceLink } from '@/app/_parts/source-link';
import { askedRecord } from '@/app/_server/asked-record';
import { pageMarking } from '@/app/_server/page-marking';
import { recordHistory } from '@/app/history/shared/record-history';
import { AsAtChoice } from '@/components/as-at-choice';
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

const breadcrumbs = [{ label: 'Suppliers', href: '/suppliers' }];
const nameOf = ({ name }: { name: string }) => name;

const asked = askedRecord('/suppliers', readSupplier);

export async function generateMetadata(props: PageProps<'/suppliers/[id]'>): Promise<Metadata> {
  const found = await asked(props);
  return { title: found.kind === 'found' ? nameOf(found.record) : 'Nothing to show' };
}

export default async function SupplierPage(props: PageProps<'/suppliers/[id]'>) {
  const found = await asked(props);
  const { actor, path } = found;
  if (found.kind !== 'found') {
    return (
      <>
        <NoRecordShown asked={found} what="supplier" nameOf={nameOf} breadcrumbs={breadcrumbs} />
        <PageMarking marking={await pageMarking(actor)} />
      </>
    );
  }
  const { asOf, record: supplier } = found;
  const { id, name, website, notes, updatedAt } = supplier;
  const detail = await readSupplierDetail(actor, id, asOf);
  const mayWrite = asOf === undefined && can(actor.roles, 'record:write');
  return (
    <>
      <PageHeader
        title={name}
        badge={<OriginHeadlineBadge headline={detail.origin.headline} />}
        breadcrumbs={breadcrumbs}
        actions={
          <>
            <AsAtChoice />
            {mayWrite ? (
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
            ) : null}
          </>
        }
      />
      <RecordMoment asOf={asOf} path={path} />
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
              <LinkButton
                keepsMoment
                variant="default"
                size="xs"
                href={registerHref({ supplier: id })}
              >
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
            <ProductTable
              supplierId={id}
              products={detail.products}
              count={detail.productCount}
              isPresent={asOf === undefined}
            />
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
      {await recordHistory(actor, 'supplier', id, asOf)}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
