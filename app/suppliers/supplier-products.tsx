import { type ProductCategory, productCategoryLabels } from '@/app/_domain/product';
import { formatInteger } from '@/app/_lib/format';
import { registerHref } from '@/app/_parts/register-href';
import { AddressLink } from '@/components/address-link';
import { PlainTable } from '@/components/plain-table';
import { RecordLink } from '@/components/record-link';
import type { EmbeddingProduct, SupplierProduct } from './data';

interface ProductTableProps {
  supplierId: string;
  products: readonly SupplierProduct[];
  /** All of them, of which `products` may be the first. */
  count: number;
  /** The list of all products shows the present only. */
  isPresent: boolean;
}

export function ProductTable({ supplierId, products, count, isPresent }: ProductTableProps) {
  return (
    <>
      <PlainTable
        caption="Products of the supplier"
        columns={[
          { label: 'Product' },
          { label: 'Category' },
          { label: 'Deployments', align: 'end' },
        ]}
        rows={products.map(({ id, name, category, deployments }) => ({
          key: id,
          cells: [
            <RecordLink key="product" href={`/products/${id}`}>
              {name}
            </RecordLink>,
            productCategoryLabels[category as ProductCategory] ?? category,
            <DeploymentLink key="deployments" productId={id} product={name} count={deployments} />,
          ],
        }))}
        empty="No product is recorded."
      />
      {count > products.length ? (
        <p>
          {isPresent ? (
            <AddressLink href={`/products?supplier=${supplierId}`}>
              All {formatInteger(count)} products
            </AddressLink>
          ) : (
            `The first ${products.length} of ${formatInteger(count)} products`
          )}
        </p>
      ) : null}
    </>
  );
}

export function EmbeddingTable({ products }: { products: readonly EmbeddingProduct[] }) {
  return (
    <PlainTable
      caption="Products of other suppliers that embed one of this supplier"
      columns={[
        { label: 'Product' },
        { label: 'Supplier' },
        { label: 'Embeds' },
        { label: 'Deployments', align: 'end' },
      ]}
      rows={products.map(({ id, name, supplier, component, deployments }) => ({
        key: `${id} ${component}`,
        cells: [
          <RecordLink key="product" href={`/products/${id}`}>
            {name}
          </RecordLink>,
          supplier,
          component,
          <DeploymentLink key="deployments" productId={id} product={name} count={deployments} />,
        ],
      }))}
      empty="No other supplier’s product is recorded as embedding one of these."
    />
  );
}

function DeploymentLink(props: { productId: string; product: string; count: number }) {
  if (props.count === 0) return <>0</>;
  return (
    <RecordLink href={registerHref({ product: props.productId })}>
      {formatInteger(props.count)}
      <span className="visually-hidden"> of {props.product}</span>
    </RecordLink>
  );
}
