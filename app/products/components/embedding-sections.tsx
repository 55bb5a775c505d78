import { formatInteger } from '@/app/_lib/format';
import { CountryCell } from '@/app/_parts/country-cell';
import { registerHref } from '@/app/_parts/register-href';
import { PlainTable } from '@/components/plain-table';
import styles from '@/components/record.module.css';
import { RecordLink } from '@/components/record-link';
import { RemoveButton } from '@/components/remove-button';
import { Section } from '@/components/section';
import { ToneBadge } from '@/components/tone-badge';
import { deleteComponent } from './actions';
import { ComponentDialog } from './component-dialog';
import type { EmbeddingRow } from './data';

interface ComponentsSectionProps {
  product: { id: string; componentsComplete: boolean; componentsSource: string };
  components: readonly EmbeddingRow[];
  mayWrite: boolean;
}

/** What is inside the product. Components of components are changed on their own product's page. */
export function ComponentsSection({ product, components, mayWrite }: ComponentsSectionProps) {
  const productId = product.id;
  const blank = { id: null, productId, componentId: '', note: '', source: '' };
  return (
    <Section
      id="components"
      title="Products inside"
      description={<Completeness {...product} />}
      actions={
        mayWrite ? (
          <ComponentDialog label="Add component" title="Add a component" values={blank} />
        ) : null
      }
    >
      <PlainTable
        caption="Components"
        columns={[
          ...productColumns,
          { label: 'Note and source' },
          ...(mayWrite ? [{ label: 'Change' }] : []),
        ]}
        rows={components.map((row) => ({
          key: row.linkId,
          cells: [
            ...productCells(row),
            [row.note, row.source].filter(Boolean).join(' · '),
            ...(mayWrite && !row.through
              ? [<ComponentButtons key="change" productId={productId} row={row} />]
              : []),
          ],
        }))}
        empty={
          product.componentsComplete
            ? 'Nothing is embedded in it.'
            : 'No component is recorded. That does not say that there is none.'
        }
      />
    </Section>
  );
}

/** Whether others may be inside: a list that nobody examined leaves it open. */
function Completeness({
  componentsComplete,
  componentsSource,
}: Omit<ComponentsSectionProps['product'], 'id'>) {
  if (componentsComplete) return <>Complete, by {componentsSource}</>;
  return (
    <>
      <ToneBadge tone="caution">Not examined</ToneBadge> There may be others.
    </>
  );
}

export function EmbeddedInSection({ products }: { products: readonly EmbeddingRow[] }) {
  return (
    <Section title="Inside other products">
      <PlainTable
        caption="Products that embed it"
        columns={[...productColumns, { label: 'Deployments', align: 'end' }]}
        rows={products.map((row) => ({
          key: row.linkId,
          cells: [...productCells(row), <DeploymentLink key="deployments" row={row} />],
        }))}
        empty="No product is recorded as embedding it."
      />
    </Section>
  );
}

const productColumns = [
  { label: 'Product' },
  { label: 'Supplier' },
  { label: 'Country of origin' },
];

function productCells(row: EmbeddingRow) {
  return [
    <span key="product">
      <RecordLink href={`/products/${row.productId}`}>{row.name}</RecordLink>
      {row.through ? ` through ${row.through}` : null}
    </span>,
    <RecordLink key="supplier" href={`/suppliers/${row.supplierId}`}>
      {row.supplier}
    </RecordLink>,
    <CountryCell key="country" country={row.country} />,
  ];
}

function DeploymentLink({ row }: { row: EmbeddingRow }) {
  if (row.deployments === 0) return <>0</>;
  return (
    <RecordLink href={registerHref({ product: row.productId })}>
      {formatInteger(row.deployments)}
      <span className="visually-hidden"> of {row.name}</span>
    </RecordLink>
  );
}

function ComponentButtons({ productId, row }: { productId: string; row: EmbeddingRow }) {
  const what = `Component ${row.name}`;
  const { linkId: id, note, source } = row;
  return (
    <span className={styles.buttons}>
      <ComponentDialog
        label="Change"
        about={what}
        title="Change a component"
        values={{ id, productId, componentId: row.productId, note, source }}
        component={{ value: row.productId, label: `${row.name} · ${row.supplier}` }}
      />
      <RemoveButton id={id} remove={deleteComponent} what={what} />
    </span>
  );
}
