import {
  advisoryStatuses,
  advisoryStatusLabels,
  bindingLabels,
  bindingnesses,
  confirmationLabels,
  confirmations,
} from '@/app/_domain/advisory';
import type { CountedRows, TableDefinition } from '@/app/_lib/table-definition';
import { asItsSystem, protectiveMarkingColumn } from '@/app/_parts/table-columns';
import type { TableRow } from '@/app/_server/table-sql';
import { jurisdictionName, jurisdictions } from './jurisdictions';

/** Current deployments that an active advisory judges in scope or cannot tell of. */
const judgedDeployments = {
  ...asItsSystem,
  source: `(select x.advisory_id, e.classification_rank, e.marking, e.organisation_id
    from exposure x join register_entry e on e.deployment_id = x.deployment_id and e.valid_to = 'infinity'
    where x.valid_to = 'infinity' and x.verdict in ('in', 'cannot_tell'))`,
  key: 'advisory_id',
} as const satisfies CountedRows;

/** Every advisory, the latest first. */
export const advisoriesTable = {
  name: 'advisories',
  path: '/advisories',
  source: 'advisory_list',
  key: 'id',
  columns: [
    {
      name: 'id',
      label: 'Identifier',
      kind: 'uuid',
      description: 'Identifies the advisory; stays the same for its life.',
    },
    {
      name: 'reference',
      label: 'Reference',
      kind: 'text',
      description: 'Its short name in the register, in addresses and in exports.',
    },
    { name: 'title', label: 'Title', kind: 'text', description: 'What it is about.' },
    { name: 'issuer', label: 'Issuer', kind: 'text', description: 'The authority that issued it.' },
    {
      name: 'jurisdiction',
      label: 'Jurisdiction',
      kind: 'code',
      labels: jurisdictionName,
      description: 'Where the issuer speaks: ISO 3166-1 alpha-2, or EU.',
    },
    {
      name: 'identifier',
      label: 'Number',
      kind: 'text',
      description: 'What the issuer itself calls it: a number or a citation.',
    },
    {
      name: 'issued_on',
      label: 'Issued',
      sortName: 'issued',
      kind: 'date',
      description: 'The day on which it was issued.',
    },
    {
      name: 'bindingness',
      label: 'Binding',
      sortName: 'binding',
      kind: 'code',
      labels: bindingLabels,
      description: 'Whether it binds those to whom it speaks, or guides them.',
    },
    {
      name: 'status',
      label: 'Status',
      kind: 'code',
      labels: advisoryStatusLabels,
      description: 'Draft, active or withdrawn; only an active one judges deployments.',
    },
    {
      name: 'version',
      label: 'Version',
      kind: 'integer',
      missing: 0,
      description: 'Which version is in force; empty until it was first activated.',
    },
    {
      name: 'in_scope',
      label: 'In scope',
      kind: 'integer',
      countOf: judgedDeployments,
      description: 'Number of deployments in its scope that you may see.',
    },
    {
      name: 'cannot_tell',
      label: 'Cannot tell',
      kind: 'integer',
      countOf: judgedDeployments,
      description: 'Number of deployments that you may see where a missing fact leaves it open.',
    },
    {
      name: 'confirmation',
      label: 'Confirmed',
      kind: 'code',
      labels: confirmationLabels,
      description: 'Whether its text was read at the source.',
    },
    {
      name: 'supersedes',
      label: 'Supersedes',
      kind: 'text',
      description: 'Reference of the advisory that it takes the place of.',
    },
    {
      name: 'amends',
      label: 'Amends',
      kind: 'text',
      description: 'Reference of the advisory that it adds to or changes.',
    },
    { name: 'link', label: 'Link', kind: 'text', description: 'Its address at the issuer.' },
    { name: 'summary', label: 'Summary', kind: 'text', description: 'What it says, in our words.' },
    {
      name: 'updated_at',
      label: 'Last changed',
      sortName: 'updated',
      kind: 'instant',
      description: 'When the advisory was last changed, in UTC.',
    },
    protectiveMarkingColumn,
  ],
  shownColumns: [
    'reference',
    'title',
    'status',
    'in_scope',
    'cannot_tell',
    'issued_on',
    'bindingness',
    'issuer',
    'jurisdiction',
    'version',
    'confirmation',
  ],
  filters: [
    {
      kind: 'anyOf',
      name: 'status',
      label: 'Status',
      sql: 'status',
      values: advisoryStatuses,
      labels: advisoryStatusLabels,
      facet: true,
    },
    {
      kind: 'anyOf',
      name: 'binding',
      label: 'Binding',
      sql: 'bindingness',
      values: bindingnesses,
      labels: bindingLabels,
      facet: true,
    },
    {
      kind: 'anyOf',
      name: 'jurisdiction',
      label: 'Jurisdiction',
      sql: 'jurisdiction',
      values: jurisdictions,
      labels: jurisdictionName,
      facet: true,
      expected: 'a two-letter country code or EU',
    },
    { kind: 'anyOf', name: 'issuer', label: 'Issuer', sql: 'issuer', facet: true },
    {
      kind: 'anyOf',
      name: 'confirmation',
      label: 'Confirmed',
      sql: 'confirmation',
      values: confirmations,
      labels: confirmationLabels,
      facet: true,
    },
    { kind: 'before', name: 'issued.before', label: 'Issued before', sql: 'issued_on' },
    { kind: 'after', name: 'issued.after', label: 'Issued from', sql: 'issued_on' },
  ],
  search: {
    label: 'Reference, title, issuer or summary',
    // Few enough to be looked through one by one.
    sql: (text) =>
      `not exists (select 1 from search_patterns(${text}) word
        where concat_ws(' ', entry.reference, entry.title, entry.issuer, entry.identifier, entry.summary) not ilike word)`,
  },
  defaultSort: [{ column: 'issued_on', direction: 'descending' }],
  pageSize: 50,
} as const satisfies TableDefinition;

type AdvisoryColumn = (typeof advisoriesTable)['columns'][number]['name'];

/** A row as the page statement gives it. */
export type AdvisoryRow = TableRow & Readonly<Record<AdvisoryColumn, string>>;
