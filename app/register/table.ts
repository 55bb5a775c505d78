import { advisedActionCodes, advisedActionLabels } from '@/app/_domain/advised-action';
import { type ReturnStanding, returnCounts, returnStandings } from '@/app/_domain/advisory-return';
import { classificationLabels } from '@/app/_domain/classification';
import {
  bases,
  basisLabels,
  outcomeLabels,
  outcomes,
  stateLabels,
  states,
} from '@/app/_domain/decision';
import { deploymentStatuses, deploymentStatusLabels } from '@/app/_domain/deployment';
import { type Exposure, exposureLabels, exposures } from '@/app/_domain/exposure';
import { facetLabels } from '@/app/_domain/origin';
import { productCategories, productCategoryLabels } from '@/app/_domain/product';
import { uuidPattern } from '@/app/_lib/paging-key';
import type { TableDefinition } from '@/app/_lib/table-definition';
import {
  asItsSystem,
  classificationFilters,
  countryFilter,
  countryOfOriginColumn,
  deploymentIdColumn,
  installationsColumn,
  markingColumn,
  organisationColumn,
  organisationFilter,
  productColumn,
  protectiveMarkingColumn,
  supplierColumn,
  systemColumn,
  versionColumn,
} from '@/app/_parts/table-columns';
import type { TableRow } from '@/app/_server/table-sql';
import { needsDecision, registerCounts } from './counts';

/** `NCSC-2017-12-01:in` as people say it. */
function advisoryWords(value: string): string {
  const [reference, verdict] = value.split(':');
  return verdict ? `${reference}: ${exposureLabels[verdict as Exposure].toLowerCase()}` : value;
}

/** `NCSC-2017-12-01:overdue` as people say it. */
function returnWords(value: string): string {
  const [reference, standing] = value.split(':');
  return `${reference}: ${returnCounts[standing as ReturnStanding].label.toLowerCase()}`;
}

/** The register: one row per deployment. The first 25 columns are the CSV that others rely on. */
export const registerTable = {
  name: 'register',
  path: '/register',
  source: 'register_entry',
  key: 'deployment_id',
  classification: { ...asItsSystem, pastRank: 'access_rank' },
  columns: [
    deploymentIdColumn,
    supplierColumn,
    countryOfOriginColumn,
    {
      name: 'origin_facet',
      label: 'Origin by',
      kind: 'code',
      labels: facetLabels,
      description: 'The facet of origin that the headline was taken from.',
    },
    productColumn,
    {
      name: 'product_category',
      label: 'Category',
      sortName: 'category',
      kind: 'code',
      labels: productCategoryLabels,
      description: 'What kind of product it is.',
    },
    versionColumn,
    organisationColumn,
    systemColumn,
    {
      name: 'classification',
      label: 'Classification',
      kind: 'code',
      labels: classificationLabels,
      description:
        'Classification of the system; UNSETTLED is handled as SECRET until a person settles it.',
    },
    markingColumn,
    installationsColumn,
    {
      name: 'exposure',
      label: 'Exposure',
      kind: 'code',
      labels: exposureLabels,
      description:
        'Verdict of the active advisories: in; cannot_tell where a fact is missing; out where no action is expressly advised; none where no rule applies.',
    },
    {
      name: 'advisories',
      label: 'Advisories',
      kind: 'text',
      description: 'References of the advisories that gave the verdict.',
    },
    {
      name: 'decision',
      label: 'Decision',
      kind: 'code',
      labels: outcomeLabels,
      description: 'Outcome of the decision that stands for the deployment.',
    },
    {
      name: 'decision_basis',
      label: 'Basis',
      kind: 'code',
      labels: basisLabels,
      description: 'Whether the decision is advised or precautionary.',
    },
    {
      name: 'decision_state',
      label: 'State',
      sortName: 'state',
      kind: 'code',
      labels: stateLabels,
      description: 'How far the decision has come.',
    },
    {
      name: 'proposed_by',
      label: 'Proposed by',
      kind: 'text',
      description: 'Who proposed the decision.',
    },
    {
      name: 'approved_by',
      label: 'Approved by',
      kind: 'text',
      description: 'Who approved the decision.',
    },
    {
      name: 'decided_at',
      label: 'Decided',
      sortName: 'decided',
      kind: 'instant',
      description: 'When the decision was approved, in UTC.',
    },
    {
      name: 'due_on',
      label: 'Due',
      sortName: 'due',
      kind: 'date',
      description: 'The day on which the decision is to be carried out.',
    },
    {
      name: 'expires_on',
      label: 'Expires',
      sortName: 'expires',
      kind: 'date',
      description: 'The first day on which the decision no longer holds.',
    },
    {
      name: 'owner',
      label: 'Owner',
      kind: 'text',
      description: 'Who answers for the deployment.',
    },
    {
      name: 'updated_at',
      label: 'Last changed',
      sortName: 'updated',
      sql: 'valid_from',
      kind: 'instant',
      description: 'When anything in this row last changed, in UTC.',
    },
    protectiveMarkingColumn,
    {
      name: 'origin_source',
      label: 'Source of origin',
      kind: 'text',
      description: 'The source of the fact behind the country of origin.',
    },
    {
      name: 'classification_label',
      label: 'Label as supplied',
      kind: 'text',
      description: 'The classification as supplied where it has no UK tier.',
    },
    {
      name: 'purposes',
      label: 'Purposes',
      kind: 'text',
      description: 'Purposes of the system, separated by semicolons.',
    },
    {
      name: 'status',
      label: 'Status',
      kind: 'code',
      labels: deploymentStatusLabels,
      description: 'Whether the deployment is planned, in use or retired.',
    },
    {
      name: 'rationale',
      label: 'Rationale',
      kind: 'text',
      description: 'Why it was decided so.',
    },
    {
      name: 'advised_action',
      label: 'Advised action',
      sortName: 'action',
      kind: 'code',
      labels: advisedActionLabels,
      description: 'What the strictest rule of the active advisories asks for.',
    },
    {
      name: 'advised_due_on',
      label: 'Advised by',
      sortName: 'deadline',
      kind: 'date',
      description: 'The earliest deadline that the advisories behind the verdict set.',
    },
    {
      name: 'needs_decision',
      label: 'Needs a new decision',
      kind: 'code',
      labels: { yes: 'Yes' },
      description: 'Says yes where what the decision rested on has changed since.',
    },
  ],
  shownColumns: [
    'supplier',
    'country_of_origin',
    'product',
    'system',
    'classification',
    'exposure',
    'decision',
    'decision_state',
    'due_on',
    'organisation',
  ],
  rowFields: ['system_id', 'product_id', 'supplier_id', 'classification_rank', 'decision_id'],
  filters: [
    {
      kind: 'flag',
      name: 'stale',
      label: 'Needs a new decision',
      sql: needsDecision,
    },
    countryFilter,
    ...classificationFilters,
    {
      kind: 'anyOf',
      name: 'exposure',
      label: 'Exposure',
      sql: 'exposure',
      values: exposures,
      labels: exposureLabels,
      facet: true,
    },
    {
      kind: 'anyOf',
      name: 'advisory',
      label: 'Advisory',
      sql: 'deployment_id',
      related: (heldThen) => `
        select x.deployment_id as key, given.value
        from exposure x join advisory a on a.id = x.advisory_id
        cross join lateral (values (a.reference), (a.reference || ':' || replace(x.verdict, 'out_no_action', 'out'))) as given(value)
        where ${heldThen}`,
      listed: { sql: 'verdicts', values: (verdicts) => `verdict_values(${verdicts})` },
      pattern: /[A-Za-z0-9][A-Za-z0-9.-]*(:(in|cannot_tell|out))?/,
      expected:
        "an advisory's reference such as NCSC-2017-12-01, alone or with a verdict: NCSC-2017-12-01:in",
      labels: advisoryWords,
      facet: true,
    },
    {
      kind: 'anyOf',
      name: 'return',
      label: 'In the return',
      sql: 'deployment_id',
      // How far the answers have come; what waits and what is late are matters of today.
      presentOnly: true,
      related: () => `
        select t.deployment_id as key, a.reference || ':' || given.value as value
        from advisory_answer t join advisory a on a.id = t.advisory_id
        cross join lateral (values (t.part), (case when t.done then 'done' end), (case when t.overdue then 'overdue' end),
          (case when t.stale then 'stale' end)) as given(value)`,
      pattern: new RegExp(`[A-Za-z0-9][A-Za-z0-9.-]*:(${returnStandings.join('|')})`),
      expected: `an advisory's reference with one of ${returnStandings.join(', ')}: NCSC-2017-12-01:overdue`,
      labels: returnWords,
      facet: false,
    },
    {
      kind: 'anyOf',
      name: 'action',
      label: 'Advised action',
      sql: 'advised_action',
      values: advisedActionCodes,
      none: '',
      labels: { ...advisedActionLabels, none: 'None' },
      facet: true,
    },
    {
      kind: 'anyOf',
      name: 'category',
      label: 'Category',
      sql: 'product_category',
      values: productCategories,
      labels: productCategoryLabels,
      facet: true,
    },
    {
      kind: 'anyOf',
      name: 'decision',
      label: 'Decision',
      sql: 'decision',
      values: outcomes,
      none: '',
      labels: { ...outcomeLabels, none: 'No decision' },
      facet: true,
    },
    {
      kind: 'anyOf',
      name: 'state',
      label: 'State of the decision',
      sql: 'decision_state',
      values: states,
      none: '',
      labels: { ...stateLabels, none: 'No decision' },
      facet: true,
    },
    {
      kind: 'anyOf',
      name: 'basis',
      label: 'Basis',
      sql: 'decision_basis',
      values: bases,
      none: '',
      labels: { ...basisLabels, none: 'No decision' },
      facet: true,
    },
    organisationFilter,
    {
      kind: 'anyOf',
      name: 'status',
      label: 'Status',
      sql: 'status',
      values: deploymentStatuses,
      labels: deploymentStatusLabels,
      facet: true,
    },
    { kind: 'before', name: 'due.before', label: 'Due before', sql: 'due_on' },
    { kind: 'after', name: 'due.after', label: 'Due from', sql: 'due_on' },
    {
      kind: 'before',
      name: 'deadline.before',
      label: 'Advised deadline before',
      sql: 'advised_due_on',
    },
    {
      kind: 'after',
      name: 'deadline.after',
      label: 'Advised deadline from',
      sql: 'advised_due_on',
    },
    { kind: 'before', name: 'expires.before', label: 'Expires before', sql: 'expires_on' },
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
    {
      kind: 'anyOf',
      name: 'product',
      label: 'Product',
      sql: 'product_id',
      sqlType: 'uuid',
      pattern: uuidPattern,
      expected: "a product's identifier",
      facet: false,
    },
    {
      kind: 'anyOf',
      name: 'system',
      label: 'System',
      sql: 'system_id',
      sqlType: 'uuid',
      pattern: uuidPattern,
      expected: "a system's identifier",
      facet: false,
    },
  ],
  counts: registerCounts,
  search: {
    label: 'Supplier, alias, product or system',
    sql: (text, moment) =>
      moment
        ? `deployment_id in (select search_deployments_as_at(${text}, ${moment}))`
        : `deployment_id in (select search_deployments(${text}))`,
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
