import { organisationKindLabels, organisationKinds } from '@/app/_domain/organisation';
import type { TableDefinition } from '@/app/_lib/table-definition';
import {
  asItsSystem,
  countOfDeployments,
  protectiveMarkingColumn,
} from '@/app/_parts/table-columns';
import type { TableRow } from '@/app/_server/table-sql';

export const organisationsTable = {
  name: 'organisations',
  path: '/organisations',
  source: 'organisation_list',
  key: 'id',
  // Whose organisations these are decides who sees them, not a clearance.
  classification: { rank: '1', marking: `''`, organisation: 'id' },
  columns: [
    {
      name: 'id',
      label: 'Identifier',
      kind: 'uuid',
      description: 'Identifies the organisation; stays the same for its life.',
    },
    {
      name: 'name',
      label: 'Organisation',
      kind: 'text',
      description: 'The name of the organisation.',
    },
    {
      name: 'kind',
      label: 'Kind',
      kind: 'code',
      labels: organisationKindLabels,
      description: 'What kind of organisation it is.',
    },
    {
      name: 'systems',
      label: 'Systems',
      kind: 'integer',
      countOf: { ...asItsSystem, source: 'system_list', key: 'organisation_id' },
      description: 'Number of its systems that you may see.',
    },
    {
      name: 'deployments',
      label: 'Deployments',
      kind: 'integer',
      countOf: countOfDeployments('organisation_id'),
      description: 'Number of deployments on its systems that you may see.',
    },
    {
      name: 'updated_at',
      label: 'Last changed',
      sortName: 'updated',
      kind: 'instant',
      description: 'When the organisation was last changed, in UTC.',
    },
    protectiveMarkingColumn,
  ],
  shownColumns: ['name', 'kind', 'systems', 'deployments'],
  filters: [
    {
      kind: 'anyOf',
      name: 'kind',
      label: 'Kind',
      sql: 'kind',
      values: organisationKinds,
      labels: organisationKindLabels,
      facet: true,
    },
  ],
  search: {
    label: 'Organisation',
    // Few enough to be looked through one by one.
    sql: (text) =>
      `not exists (select 1 from search_patterns(${text}) word where entry.name not ilike word)`,
  },
  defaultSort: [{ column: 'name', direction: 'ascending' }],
  pageSize: 50,
} as const satisfies TableDefinition;

type OrganisationColumn = (typeof organisationsTable)['columns'][number]['name'];

/** A row as the page statement gives it. */
export type OrganisationRow = TableRow & Readonly<Record<OrganisationColumn, string>>;
