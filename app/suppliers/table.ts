import { facetLabels, facets } from '@/app/_domain/origin';
import type { TableDefinition } from '@/app/_lib/table-definition';
import {
  countOfDeployments,
  countryFilter,
  countryOfOriginColumn,
  protectiveMarkingColumn,
} from '@/app/_parts/table-columns';
import type { TableRow } from '@/app/_server/table-sql';

/** Suppliers by their own facts; a product's origin may differ. */
export const suppliersTable = {
  name: 'suppliers',
  path: '/suppliers',
  source: 'supplier_list',
  key: 'id',
  columns: [
    {
      name: 'id',
      label: 'Identifier',
      kind: 'uuid',
      description: 'Identifies the supplier; stays the same for its life.',
    },
    { name: 'name', label: 'Supplier', kind: 'text', description: 'The name of the supplier.' },
    {
      name: 'aliases',
      label: 'Aliases',
      kind: 'text',
      description: 'Other names, separated by semicolons.',
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
      name: 'owners',
      label: 'Owners',
      kind: 'text',
      description: 'Who owns it today, one level up, separated by semicolons.',
    },
    {
      name: 'products',
      label: 'Products',
      kind: 'integer',
      description: 'Number of its products in the register.',
    },
    {
      name: 'deployments',
      label: 'Deployments',
      kind: 'integer',
      countOf: countOfDeployments('supplier_id'),
      description: 'Number of deployments of its products that you may see.',
    },
    {
      name: 'updated_at',
      label: 'Last changed',
      sortName: 'updated',
      kind: 'instant',
      description: 'When the supplier was last changed, in UTC.',
    },
    protectiveMarkingColumn,
  ],
  shownColumns: [
    'name',
    'aliases',
    'country_of_origin',
    'origin_facet',
    'owners',
    'products',
    'deployments',
  ],
  filters: [
    countryFilter,
    {
      kind: 'anyOf',
      name: 'facet',
      label: 'Origin by',
      sql: 'origin_facet',
      values: facets,
      none: '',
      labels: { ...facetLabels, none: 'Not recorded' },
      facet: true,
    },
  ],
  search: {
    label: 'Supplier or alias',
    sql: (text) => `id in (select search_suppliers(${text}))`,
  },
  defaultSort: [{ column: 'name', direction: 'ascending' }],
  pageSize: 50,
} as const satisfies TableDefinition;

type SupplierColumn = (typeof suppliersTable)['columns'][number]['name'];

/** A row as the page statement gives it. */
export type SupplierRow = TableRow & Readonly<Record<SupplierColumn, string>>;
