import {
  classificationCodes,
  classificationLabels,
  classificationRank,
  classifications,
} from '@/app/_domain/classification';
import { countryCodes, countryName } from '@/app/_domain/country';
import type {
  ColumnDefinition,
  CountedRows,
  FilterDefinition,
  RowClassification,
} from '@/app/_lib/table-definition';

// Columns and filters that stand in several tables and mean the same in each.

export const deploymentIdColumn = {
  name: 'deployment_id',
  label: 'Deployment',
  kind: 'uuid',
  description: 'Identifies the deployment; stays the same for its life.',
} as const satisfies ColumnDefinition;

export const supplierColumn = {
  name: 'supplier',
  label: 'Supplier',
  kind: 'text',
  description: 'Who makes or sells the product.',
} as const satisfies ColumnDefinition;

export const productColumn = {
  name: 'product',
  label: 'Product',
  kind: 'text',
  description: 'The product that is deployed.',
} as const satisfies ColumnDefinition;

export const versionColumn = {
  name: 'version',
  label: 'Version',
  kind: 'text',
  description: 'The version deployed; empty where not recorded.',
} as const satisfies ColumnDefinition;

export const organisationColumn = {
  name: 'organisation',
  label: 'Organisation',
  kind: 'text',
  description: 'The organisation that the system belongs to.',
} as const satisfies ColumnDefinition;

export const systemColumn = {
  name: 'system',
  label: 'System',
  kind: 'text',
  description: 'The system on which the product runs.',
} as const satisfies ColumnDefinition;

export const installationsColumn = {
  name: 'installations',
  label: 'Installations',
  kind: 'integer',
  missing: -1,
  description: 'Number of installations; empty where not recorded.',
} as const satisfies ColumnDefinition;

export const markingColumn = {
  name: 'marking',
  label: 'Marking',
  kind: 'text',
  description: 'Markings of the system, separated by semicolons.',
} as const satisfies ColumnDefinition;

const originLabels = (code: string) => (code === 'none' ? 'Not recorded' : countryName(code));

export const countryOfOriginColumn = {
  name: 'country_of_origin',
  label: 'Country of origin',
  sortName: 'country',
  kind: 'code',
  labels: originLabels,
  description: 'Headline origin as an ISO 3166-1 alpha-2 code, or none where it is not recorded.',
} as const satisfies ColumnDefinition;

export const countryFilter = {
  kind: 'anyOf',
  name: 'country',
  label: 'Country of origin',
  sql: 'country_of_origin',
  values: [...countryCodes, 'none'],
  labels: originLabels,
  facet: true,
  expected: 'a two-letter country code or none',
} as const satisfies FilterDefinition;

/** At least a classification, in one click; and exactly these. */
export const classificationFilters = [
  {
    kind: 'atLeast',
    name: 'classification.min',
    label: 'Classification at least',
    sql: 'classification_rank',
    ranks: Object.fromEntries(classifications.map((code) => [code, classificationRank(code)])),
  },
  {
    kind: 'anyOf',
    name: 'classification',
    label: 'Classification',
    sql: 'classification',
    values: classificationCodes,
    labels: classificationLabels,
    facet: true,
  },
] as const satisfies FilterDefinition[];

/** Of a row that is classified as the one system that it is about. */
export const asItsSystem = {
  rank: 'classification_rank',
  marking: 'marking',
  organisation: 'organisation_id',
} as const satisfies RowClassification;

/** Current deployments, counted for the row whose key stands in their column. */
export function countOfDeployments(key: 'supplier_id' | 'product_id' | 'organisation_id') {
  return {
    ...asItsSystem,
    source: `(select * from register_entry where valid_to = 'infinity')`,
    key,
  } as const satisfies CountedRows;
}

/** By name, so that an address can be read. */
export const organisationFilter = {
  kind: 'anyOf',
  name: 'organisation',
  label: 'Organisation',
  sql: 'organisation',
  facet: true,
} as const satisfies FilterDefinition;

/** Set for the transaction of an export; it is the same on each of its lines. */
export const protectiveMarkingColumn = {
  name: 'protective_marking',
  label: 'Protective marking',
  kind: 'text',
  sortable: false,
  sql: "(select coalesce(current_setting('app.marking', true), ''))",
  description: 'Highest marking of the whole file.',
} as const satisfies ColumnDefinition;
