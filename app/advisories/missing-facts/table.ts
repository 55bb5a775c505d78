import { classificationLabels } from '@/app/_domain/classification';
import {
  factSubjectLabels,
  factSubjects,
  missingFactKinds,
  missingFactLabels,
} from '@/app/_domain/missing-fact';
import { facetLabels, facets } from '@/app/_domain/origin';
import type { TableDefinition } from '@/app/_lib/table-definition';
import { protectiveMarkingColumn } from '@/app/_parts/table-columns';
import type { TableRow } from '@/app/_server/table-sql';

/** What would have to be known, for verdicts that cannot be told. */
export const missingFactsTable = {
  name: 'missing-facts',
  path: '/advisories/missing-facts',
  source: 'missing_fact_list',
  key: 'id',
  // A fact may touch deployments of several organisations.
  classification: { rank: 'classification_rank', marking: 'marking', organisation: 'null::uuid' },
  columns: [
    {
      name: 'subject',
      label: 'Of what',
      kind: 'text',
      description: 'The supplier, product, system or deployment whose fact is missing.',
    },
    {
      name: 'subject_type',
      label: 'Kind of record',
      kind: 'code',
      labels: factSubjectLabels,
      description: 'Whose fact it is.',
    },
    {
      name: 'subject_id',
      label: 'Identifier',
      kind: 'uuid',
      description: 'Identifies the record.',
    },
    {
      name: 'kind',
      label: 'What is missing',
      kind: 'code',
      labels: missingFactLabels,
      description: 'Which fact is missing.',
    },
    {
      name: 'facet',
      label: 'Origin by',
      kind: 'code',
      labels: facetLabels,
      description: 'The facet of origin that is missing; empty for other facts.',
    },
    {
      name: 'alone',
      label: 'Settles alone',
      kind: 'integer',
      description: 'Deployments whose verdict this fact would settle without any other.',
    },
    {
      name: 'deployments',
      label: 'Touches',
      kind: 'integer',
      description: 'Deployments whose verdict cannot be told without it.',
    },
    {
      name: 'classification',
      label: 'Classification',
      kind: 'code',
      labels: classificationLabels,
      description: 'The highest among the deployments that it touches.',
    },
    {
      name: 'marking',
      label: 'Marking',
      kind: 'text',
      description: 'Markings of these deployments, separated by semicolons.',
    },
    protectiveMarkingColumn,
  ],
  shownColumns: ['subject', 'kind', 'facet', 'alone', 'deployments', 'subject_type'],
  filters: [
    {
      kind: 'anyOf',
      name: 'kind',
      label: 'What is missing',
      sql: 'kind',
      values: missingFactKinds,
      labels: missingFactLabels,
      facet: true,
    },
    {
      kind: 'anyOf',
      name: 'facet',
      label: 'Origin by',
      sql: 'facet',
      values: facets,
      none: '',
      labels: { ...facetLabels, none: 'No origin' },
      facet: true,
    },
    {
      kind: 'anyOf',
      name: 'record',
      label: 'Kind of record',
      sql: 'subject_type',
      values: factSubjects,
      labels: factSubjectLabels,
      facet: true,
    },
  ],
  search: {
    label: 'Supplier, product or system',
    // Few enough to be looked through one by one.
    sql: (text) =>
      `not exists (select 1 from search_patterns(${text}) word where entry.subject not ilike word)`,
  },
  defaultSort: [
    { column: 'alone', direction: 'descending' },
    { column: 'deployments', direction: 'descending' },
    { column: 'subject', direction: 'ascending' },
    { column: 'kind', direction: 'ascending' },
  ],
  pageSize: 50,
} as const satisfies TableDefinition;

type MissingFactColumn = (typeof missingFactsTable)['columns'][number]['name'] | 'id';

export type MissingFactRow = TableRow & Readonly<Record<MissingFactColumn, string>>;
