import { classificationLabels } from '@/app/_domain/classification';
import { instantText } from '@/app/_lib/instant-sql';
import { uuidPattern } from '@/app/_lib/paging-key';
import type { ColumnDefinition, TableDefinition } from '@/app/_lib/table-definition';
import {
  asItsSystem,
  classificationFilters,
  countryFilter,
  deploymentIdColumn,
  organisationColumn,
  organisationFilter,
  productColumn,
  protectiveMarkingColumn,
  systemColumn,
  versionColumn,
} from '@/app/_parts/table-columns';
import type { TableRow } from '@/app/_server/table-sql';
import { registerTable } from '../table';

/** Which rows are new, which are no longer there, and what is another in those that were and are. */
export const changeKinds = ['added', 'gone', 'changed'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export const changeKindLabels: Readonly<Record<ChangeKind, string>> = {
  added: 'Added',
  gone: 'Gone',
  changed: 'Changed',
};

/** Columns of the register that say something of a row: neither which it is, nor when it changed. */
export const comparedColumns: readonly ColumnDefinition[] = registerTable.columns.filter(
  ({ name }) => !['deployment_id', 'updated_at', 'protective_marking'].includes(name),
);

const comparedLabels = Object.fromEntries(comparedColumns.map(({ name, label }) => [name, label]));

/** The cell as the register's own file has it. */
function cellText(row: string, { name, kind, missing }: (typeof comparedColumns)[number]): string {
  const cell = `${row}.${name}`;
  switch (kind) {
    case 'integer':
      return `coalesce(nullif(${cell}, ${missing})::text, '')`;
    case 'date':
      return `case when isfinite(${cell}) then ${cell}::text else '' end`;
    case 'instant':
      return `case when isfinite(${cell}) then ${instantText(cell)} else '' end`;
    default:
      return cell;
  }
}

/**
 * A version that ended after the one moment, by the other, was there before; one that began between
 * them and still holds at the other is there after. Versions that came and went in between are no
 * difference. A row that is in both is compared field by field.
 */
function source(moment: (name: string) => string): string {
  const [from, to] = [moment('from'), moment('to')];
  const fields = comparedColumns.map(
    (column) => `('${column.name}', ${cellText('b', column)}, ${cellText('a', column)})`,
  );
  const shown = (column: string) => `coalesce(a.${column}, b.${column}) as ${column}`;
  return `
    select md5(coalesce(a.deployment_id, b.deployment_id) || ' ' || d.field)::uuid as id,
      case when b.deployment_id is null then 'added' when a.deployment_id is null then 'gone' else 'changed' end as change,
      d.field, d.before, d.after, coalesce(a.valid_from, b.valid_to) as changed_at,
      greatest(a.access_rank, b.access_rank) as classification_rank,
      concat_ws('; ', nullif(b.marking, ''), nullif(nullif(a.marking, ''), b.marking)) as marking,
      ${['deployment_id', 'organisation_id', 'supplier', 'supplier_id', 'product', 'product_id', 'version', 'organisation', 'system', 'system_id', 'classification', 'country_of_origin'].map(shown).join(', ')}
    from (select * from register_entry where valid_from <= ${from} and valid_to > ${from} and valid_to <= ${to} and valid_to < 'infinity') b
    full join (select * from register_entry where valid_from > ${from} and valid_from <= ${to} and (valid_to > ${to} or valid_to = 'infinity')) a
      on a.deployment_id = b.deployment_id
    cross join lateral (values ('', '', ''), ${fields.join(', ')}) d(field, before, after)
    where case when a.deployment_id is null or b.deployment_id is null then d.field = '' else d.before <> d.after end`;
}

/** What is another in the register at one moment than at an earlier one: a line for each field. */
export const registerChangesTable = {
  name: 'register_changes',
  path: '/register/changes',
  source,
  key: 'id',
  classification: asItsSystem,
  columns: [
    deploymentIdColumn,
    {
      name: 'supplier',
      label: 'Supplier',
      kind: 'text',
      description: 'Who makes or sells the product, at the later moment at which the row is there.',
    },
    productColumn,
    versionColumn,
    organisationColumn,
    systemColumn,
    {
      name: 'classification',
      label: 'Classification',
      kind: 'code',
      labels: classificationLabels,
      description: 'Classification of the system, at the later moment at which the row is there.',
    },
    {
      name: 'marking',
      label: 'Marking',
      kind: 'text',
      description: 'Markings of the system at either moment, separated by semicolons.',
    },
    {
      name: 'change',
      label: 'Change',
      kind: 'code',
      labels: changeKindLabels,
      description: 'Whether the row was added, is gone, or says something else in a field.',
    },
    {
      name: 'field',
      label: 'Field',
      kind: 'code',
      labels: comparedLabels,
      description: 'Column of the register that says something else; empty for a whole row.',
    },
    {
      name: 'before',
      label: 'Before',
      kind: 'text',
      description: 'What the field said at the earlier moment.',
    },
    {
      name: 'after',
      label: 'After',
      kind: 'text',
      description: 'What the field says at the later moment.',
    },
    {
      name: 'changed_at',
      label: 'Last changed',
      kind: 'instant',
      description: 'When anything in the row last changed by the later moment, in UTC.',
    },
    protectiveMarkingColumn,
  ],
  shownColumns: [
    'product',
    'system',
    'change',
    'field',
    'before',
    'after',
    'changed_at',
    'supplier',
    'classification',
  ],
  rowFields: ['classification_rank'],
  filters: [
    { kind: 'moment', name: 'from', label: 'From', required: true },
    { kind: 'moment', name: 'to', label: 'To', required: false },
    {
      kind: 'anyOf',
      name: 'change',
      label: 'Change',
      sql: 'change',
      values: changeKinds,
      labels: changeKindLabels,
      facet: true,
    },
    {
      kind: 'anyOf',
      name: 'field',
      label: 'Field',
      sql: 'field',
      values: comparedColumns.map(({ name }) => name),
      labels: comparedLabels,
      facet: true,
    },
    countryFilter,
    ...classificationFilters,
    organisationFilter,
    ...(['supplier', 'product', 'system'] as const).map((name) => ({
      kind: 'anyOf' as const,
      name,
      label: name.charAt(0).toUpperCase() + name.slice(1),
      sql: `${name}_id`,
      sqlType: 'uuid' as const,
      pattern: uuidPattern,
      expected: `a ${name}'s identifier`,
      facet: false,
    })),
  ],
  defaultSort: [
    { column: 'supplier', direction: 'ascending' },
    { column: 'product', direction: 'ascending' },
    { column: 'system', direction: 'ascending' },
    { column: 'deployment_id', direction: 'ascending' },
    { column: 'field', direction: 'ascending' },
  ],
  pageSize: 50,
} as const satisfies TableDefinition;

type ChangeColumn = (typeof registerChangesTable)['columns'][number]['name'];

/** A row as the page statement gives it. */
export type RegisterChangeRow = TableRow & Readonly<Record<ChangeColumn, string>>;
