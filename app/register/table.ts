import {
  classificationCodes,
  classificationLabels,
  classificationRank,
  classifications,
} from '@/app/_domain/classification';
import { countryCodes, countryName } from '@/app/_domain/country';
import { bases, basisLabels, outcomeLabels, outcomes, stateLabels, states } from '@/app/_domain/decision';
import { deploymentStatuses, deploymentStatusLabels } from '@/app/_domain/deployment';
import { exposureLabels, exposures } from '@/app/_domain/exposure';
import { facetLabels } from '@/app/_domain/origin';
import { productCategories, productCategoryLabels } from '@/app/_domain/product';
import { uuidPattern } from '@/app/_lib/paging-key';
import type { TableDefinition } from '@/app/_lib/table-definition';
import type { TableRow } from '@/app/_server/table-sql';

const originLabels = (code: string) => (code === 'none' ? 'Not recorded' : countryName(code));

/** The register: one row per deployment. The first 25 columns are the CSV that others rely on. */
export const registerTable = {
  name: 'register',
  path: '/register',
  source: 'register_entry',
  key: 'deployment_id',
  columns: [
    { name: 'deployment_id', label: 'Deployment', kind: 'uuid', shown: false, description: 'Identifies the deployment; stays the same for its life.' },
    { name: 'supplier', label: 'Supplier', kind: 'text', description: 'Who makes or sells the product.' },
    { name: 'country_of_origin', label: 'Country of origin', sortName: 'country', kind: 'code', labels: originLabels, description: 'Headline origin as an ISO 3166-1 alpha-2 code, or none where it is not recorded.' },
    { name: 'origin_facet', label: 'Origin by', kind: 'code', labels: facetLabels, shown: false, description: 'The facet of origin that the headline was taken from.' },
    { name: 'product', label: 'Product', kind: 'text', description: 'The product that is deployed.' },
    { name: 'product_category', label: 'Category', sortName: 'category', kind: 'code', labels: productCategoryLabels, description: 'What kind of product it is.' },
    { name: 'version', label: 'Version', kind: 'text', description: 'The version deployed; empty where not recorded.' },
    { name: 'organisation', label: 'Organisation', kind: 'text', description: 'The organisation that the system belongs to.' },
    { name: 'system', label: 'System', kind: 'text', description: 'The system on which the product runs.' },
    { name: 'classification', label: 'Classification', kind: 'code', labels: classificationLabels, description: 'Classification of the system; UNSETTLED is handled as SECRET until a person settles it.' },
    { name: 'marking', label: 'Marking', kind: 'text', shown: false, description: 'Markings of the system, separated by semicolons.' },
    { name: 'installations', label: 'Installations', kind: 'integer', missing: -1, shown: false, description: 'Number of installations; empty where not recorded.' },
    { name: 'exposure', label: 'Exposure', kind: 'code', labels: exposureLabels, shown: false, description: 'Verdict of the active advisories: in, out, cannot_tell, or none.' },
    { name: 'advisories', label: 'Advisories', kind: 'text', shown: false, description: 'References of the advisories that gave the verdict.' },
    { name: 'decision', label: 'Decision', kind: 'code', labels: outcomeLabels, description: 'Outcome of the decision that stands for the deployment.' },
    { name: 'decision_basis', label: 'Basis', kind: 'code', labels: basisLabels, shown: false, description: 'Whether the decision is advised or precautionary.' },
    { name: 'decision_state', label: 'State', sortName: 'state', kind: 'code', labels: stateLabels, description: 'How far the decision has come.' },
    { name: 'proposed_by', label: 'Proposed by', kind: 'text', shown: false, description: 'Who proposed the decision.' },
    { name: 'approved_by', label: 'Approved by', kind: 'text', shown: false, description: 'Who approved the decision.' },
    { name: 'decided_at', label: 'Decided', sortName: 'decided', kind: 'instant', shown: false, description: 'When the decision was approved, in UTC.' },
    { name: 'due_on', label: 'Due', sortName: 'due', kind: 'date', description: 'The day on which the decision is to be carried out.' },
    { name: 'expires_on', label: 'Expires', sortName: 'expires', kind: 'date', shown: false, description: 'The first day on which the decision no longer holds.' },
    { name: 'owner', label: 'Owner', kind: 'text', shown: false, description: 'Who answers for the deployment.' },
    { name: 'updated_at', label: 'Last changed', sortName: 'updated', sql: 'valid_from', kind: 'instant', shown: false, description: 'When anything in this row last changed, in UTC.' },
    { name: 'protective_marking', label: 'Protective marking', kind: 'text', sortable: false, shown: false, sql: "coalesce(current_setting('app.marking', true), '')", description: 'Highest marking of the whole file.' },
    { name: 'origin_source', label: 'Source of origin', kind: 'text', shown: false, description: 'The source of the fact behind the country of origin.' },
    { name: 'classification_label', label: 'Label as supplied', kind: 'text', shown: false, description: 'The classification as supplied where it has no UK tier.' },
    { name: 'purposes', label: 'Purposes', kind: 'text', shown: false, description: 'Purposes of the system, separated by semicolons.' },
    { name: 'status', label: 'Status', kind: 'code', labels: deploymentStatusLabels, shown: false, description: 'Whether the deployment is planned, in use or retired.' },
    { name: 'rationale', label: 'Rationale', kind: 'text', shown: false, description: 'Why it was decided so.' },
  ],
  rowFields: ['system_id', 'product_id', 'supplier_id', 'classification_rank', 'decision_id'],
  filters: [
    { kind: 'anyOf', name: 'country', label: 'Country of origin', sql: 'country_of_origin', values: [...countryCodes, 'none'], labels: originLabels, facet: true, expected: 'a two-letter country code or none' },
    { kind: 'atLeast', name: 'classification.min', label: 'Classification at least', sql: 'classification_rank', ranks: Object.fromEntries(classifications.map((code) => [code, classificationRank(code)])) },
    { kind: 'anyOf', name: 'classification', label: 'Classification', sql: 'classification', values: classificationCodes, labels: classificationLabels, facet: true },
    { kind: 'anyOf', name: 'category', label: 'Category', sql: 'product_category', values: productCategories, labels: productCategoryLabels, facet: true },
    { kind: 'anyOf', name: 'decision', label: 'Decision', sql: 'decision', values: outcomes, none: '', labels: { ...outcomeLabels, none: 'No decision' }, facet: true },
    { kind: 'anyOf', name: 'state', label: 'State of the decision', sql: 'decision_state', values: states, none: '', labels: { ...stateLabels, none: 'No decision' }, facet: true },
    { kind: 'anyOf', name: 'basis', label: 'Basis', sql: 'decision_basis', values: bases, none: '', labels: { ...basisLabels, none: 'No decision' }, facet: true },
    { kind: 'anyOf', name: 'organisation', label: 'Organisation', sql: 'organisation', facet: true },
    { kind: 'anyOf', name: 'status', label: 'Status', sql: 'status', values: deploymentStatuses, labels: deploymentStatusLabels, facet: true },
    { kind: 'anyOf', name: 'exposure', label: 'Exposure', sql: 'exposure', values: exposures, labels: exposureLabels, facet: true },
    { kind: 'before', name: 'due.before', label: 'Due before', sql: 'due_on' },
    { kind: 'after', name: 'due.after', label: 'Due from', sql: 'due_on' },
    { kind: 'before', name: 'expires.before', label: 'Expires before', sql: 'expires_on' },
    { kind: 'anyOf', name: 'supplier', label: 'Supplier', sql: 'supplier_id', sqlType: 'uuid', pattern: uuidPattern, expected: "a supplier's identifier", facet: false },
    { kind: 'anyOf', name: 'product', label: 'Product', sql: 'product_id', sqlType: 'uuid', pattern: uuidPattern, expected: "a product's identifier", facet: false },
    { kind: 'anyOf', name: 'system', label: 'System', sql: 'system_id', sqlType: 'uuid', pattern: uuidPattern, expected: "a system's identifier", facet: false },
  ],
  search: {
    label: 'Supplier, alias, product or system',
    sql: (text) => `deployment_id in (select search_deployments(${text}))`,
  },
  defaultSort: [
    { column: 'supplier', direction: 'ascending' },
    { column: 'product', direction: 'ascending' },
  ],
  pageSize: 50,
  versioned: true,
} as const satisfies TableDefinition;

type RegisterColumn = (typeof registerTable)['columns'][number]['name'];
type RegisterField = (typeof registerTable)['rowFields'][number];

/** A row as the page statement gives it. */
export type RegisterRow = TableRow & Readonly<Record<RegisterColumn | RegisterField, string>>;
