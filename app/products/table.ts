import { facetLabels } from '@/app/_domain/origin';
import { productCategories, productCategoryLabels } from '@/app/_domain/product';
import { uuidPattern } from '@/app/_lib/paging-key';
import type { TableDefinition } from '@/app/_lib/table-definition';
import {
  countOfDeployments,
  countryFilter,
  countryOfOriginColumn,
  protectiveMarkingColumn,
  supplierColumn,
} from '@/app/_parts/table-columns';
import type { TableRow } from '@/app/_server/table-sql';

export const productsTable = {
  name: 'products',
  path: '/products',
  source: 'product_list',
  key: 'id',
  columns: [
    {
      name: 'id',
      label: 'Identifier',
      kind: 'uuid',
      description: 'Identifies the product; stays the same for its life.',
    },
    { name: 'name', label: 'Product', kind: 'text', description: 'The name of the product.' },
    supplierColumn,
    {
      name: 'category',
      label: 'Category',
      kind: 'code',
      labels: productCategoryLabels,
      description: 'What kind of product it is.',
    },
    countryOfOriginColumn,
    {
      name: 'origin_facet',
      label: 'Origin by',
      kind: 'code',
      labels: facetLabels,
      description: 'The facet of origin that the headline was taken from.',
    },
    {
      name: 'components',
      label: 'Products inside',
      kind: 'text',
      description: 'Products embedded in it directly, separated by semicolons.',
    },
    {
      name: 'embedded_in',
      label: 'Inside',
      kind: 'text',
      description: 'Products that embed it directly, separated by semicolons.',
    },
    {
      name: 'deployments',
      label: 'Deployments',
      kind: 'integer',
      countOf: countOfDeployments('product_id'),
      description: 'Number of its deployments that you may see.',
    },
    {
      name: 'updated_at',
      label: 'Last changed',
      sortName: 'updated',
      kind: 'instant',
      description: 'When the product was last changed, in UTC.',
    },
    protectiveMarkingColumn,
  ],
  shownColumns: [
    'name',
    'supplier',
    'category',
    'country_of_origin',
    'origin_facet',
    'components',
    'deployments',
  ],
  rowFields: ['supplier_id'],
  filters: [
    {
      kind: 'anyOf',
      name: 'category',
      label: 'Category',
      sql: 'category',
      values: productCategories,
      labels: productCategoryLabels,
      facet: true,
    },
    countryFilter,
    {
      kind: 'anyOf',
      name: 'supplier',
      label: 'Supplier',
      sql: 'supplier_id',
      sqlType: 'uuid',
      pattern: uuidPattern,
      expected: "a supplier's identifier",
      facet: false,
    },
  ],
  search: {
    label: 'Product, supplier or alias',
    sql: (text) => `id in (select search_products(${text}))`,
  },
  defaultSort: [{ column: 'name', direction: 'ascending' }],
  pageSize: 50,
} as const satisfies TableDefinition;

type ProductColumn = (typeof productsTable)['columns'][number]['name'] | 'supplier_id';

/** A row as the page statement gives it. */
export type ProductRow = TableRow & Readonly<Record<ProductColumn, string>>;
