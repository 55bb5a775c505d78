import type { CriteriaValues } from '../schema';
import { noCriteriaValues, usualFacets } from './values';

type Field = keyof CriteriaValues;

/** What a rule can ask for, in the order in which it is shown; every field belongs to one. */
export const criterionKinds = {
  origin: {
    label: 'Origin',
    about: 'product',
    fields: ['countries', 'facets', 'through', 'sharePercent'],
  },
  suppliers: { label: 'Named suppliers', about: 'product', fields: ['suppliers', 'affiliates'] },
  products: { label: 'Named products', about: 'product', fields: ['products'] },
  categories: { label: 'Product category', about: 'product', fields: ['categories'] },
  exceptions: {
    label: 'Exceptions',
    about: 'product',
    fields: ['exceptSuppliers', 'exceptProducts'],
  },
  components: { label: 'Embedded products', about: 'product', fields: ['components'] },
  versions: { label: 'Version', about: 'product', fields: ['versionFrom', 'versionTo'] },
  classification: {
    label: 'Classification',
    about: 'system',
    fields: ['classificationMin', 'classificationMax'],
  },
  markings: { label: 'Markings', about: 'system', fields: ['markings', 'exceptMarkings'] },
  purposes: {
    label: 'Purpose of the system',
    about: 'system',
    fields: ['purposes', 'exceptPurposes'],
  },
  organisationKinds: {
    label: 'Kind of organisation',
    about: 'system',
    fields: ['organisationKinds'],
  },
  onDate: { label: 'As on a date', about: 'facts', fields: ['onDate'] },
} as const satisfies Record<
  string,
  { label: string; about: CriterionSubject; fields: readonly Field[] }
>;

export const criterionSubjects = {
  product: 'The product',
  system: 'The system',
  facts: 'The facts',
} as const;

type CriterionSubject = keyof typeof criterionSubjects;

export type CriterionKind = keyof typeof criterionKinds;

export const criterionKindCodes = Object.keys(criterionKinds) as CriterionKind[];

/** Whether any field of the criterion says something. */
export function isInUse(kind: CriterionKind, criteria: CriteriaValues): boolean {
  return criterionKinds[kind].fields.some((field) => !isSame(field, criteria, noCriteriaValues));
}

/** The criteria with all fields of this one back to saying nothing. */
export function without(kind: CriterionKind, criteria: CriteriaValues): CriteriaValues {
  const fields: readonly Field[] = criterionKinds[kind].fields;
  return {
    ...criteria,
    ...Object.fromEntries(fields.map((field) => [field, noCriteriaValues[field]])),
  };
}

/** The criteria once this one is added, with what is usually meant already chosen. */
export function added(kind: CriterionKind, criteria: CriteriaValues): CriteriaValues {
  switch (kind) {
    case 'origin':
      return { ...criteria, facets: usualFacets };
    case 'components':
      return { ...criteria, components: 'included' };
    default:
      return criteria;
  }
}

function isSame(field: Field, one: CriteriaValues, other: CriteriaValues): boolean {
  return JSON.stringify(one[field]) === JSON.stringify(other[field]);
}
