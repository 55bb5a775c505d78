import type { AdvisedAction, Strength } from './advised-action';
import { type Classification, classificationRank } from './classification.ts';
import { codesOf } from './code-list.ts';
import type { Deadline } from './deadline';
import type { OrganisationKind } from './organisation';
import type { Facet } from './origin';
import type { ProductCategory } from './product';
import type { SystemPurpose } from './system';

/**
 * A supplier or product that a rule names. Without an id it is known by its name alone: it matches
 * what is or will be recorded under that name, for a supplier also as an alias.
 */
export interface NamedRecord {
  id: string | null;
  name: string;
}

/** Whose affiliates a named supplier brings along; by control, or more than half of the shares. */
export const affiliationLabels = {
  owned: 'What it owns',
  owners: 'Who owns it',
  common_control: 'What its owners own as well',
} as const;

export type Affiliation = keyof typeof affiliationLabels;

export const affiliations = codesOf(affiliationLabels);

/** Through whom an origin counts besides the supplier itself. */
export const throughLabels = {
  nothing: 'The supplier itself only',
  control: 'Owners who control it as well',
  share: 'Owners of at least a given share as well',
} as const;

export type Through = keyof typeof throughLabels;

export const throughs = codesOf(throughLabels);

export const componentScopeLabels = {
  excluded: 'The product itself only',
  included: 'The product or anything embedded in it',
} as const;

export type ComponentScope = keyof typeof componentScopeLabels;

export const componentScopes = codesOf(componentScopeLabels);

/**
 * What has to hold for a rule to match. Criteria are AND-ed, the values inside one are OR-ed, and
 * an empty list or null is a criterion that is not used. Those of the first block are asked of one
 * and the same product: the deployed one, or a component embedded in it.
 */
export interface RuleCriteria {
  /** ISO 3166-1 alpha-2, or `none` for an origin that is not recorded. */
  countries: string[];
  /** By which facets; at least one where countries are given. */
  facets: Facet[];
  through: Through;
  /** The least share, in percent, where `through` is share. */
  sharePercent: number | null;
  suppliers: NamedRecord[];
  affiliates: Affiliation[];
  products: NamedRecord[];
  categories: ProductCategory[];
  /** Open exclusions: all but these. */
  exceptSuppliers: NamedRecord[];
  exceptProducts: NamedRecord[];
  components: ComponentScope;

  classificationMin: Classification | null;
  classificationMax: Classification | null;
  markings: string[];
  exceptMarkings: string[];
  purposes: SystemPurpose[];
  exceptPurposes: SystemPurpose[];
  organisationKinds: OrganisationKind[];
  /** First and last version, both included; '' where open. */
  versionFrom: string;
  versionTo: string;
  /** ISO date for which facts and ownership are looked at; null is the present day. */
  onDate: string | null;
}

export const noCriteria: RuleCriteria = {
  countries: [],
  facets: [],
  through: 'nothing',
  sharePercent: null,
  suppliers: [],
  affiliates: [],
  products: [],
  categories: [],
  exceptSuppliers: [],
  exceptProducts: [],
  components: 'excluded',
  classificationMin: null,
  classificationMax: null,
  markings: [],
  exceptMarkings: [],
  purposes: [],
  exceptPurposes: [],
  organisationKinds: [],
  versionFrom: '',
  versionTo: '',
  onDate: null,
};

/** One rule of an advisory. The rules of an advisory are OR-ed. */
export interface Rule {
  /** Names it within the advisory, such as `A` or `core`. */
  code: string;
  /** What it covers, in a few words of ours. */
  title: string;
  /** Where in the advisory it stands, such as `s.1634(a)`; '' where that is not said. */
  clause: string;
  criteria: RuleCriteria;
  action: AdvisedAction;
  strength: Strength;
  deadlines: Deadline[];
}

/** What is wrong with the criteria, by field; empty when nothing is. */
export function criteriaProblems(
  criteria: RuleCriteria,
): Partial<Record<keyof RuleCriteria, string>> {
  const { countries, facets, through, sharePercent, suppliers, affiliates } = criteria;
  const problems: Partial<Record<keyof RuleCriteria, string>> = {};
  if (countries.length > 0 && facets.length === 0) {
    problems.facets = 'Say by which facets the country counts.';
  }
  if (countries.length === 0 && facets.length > 0) {
    problems.countries = 'Choose the countries that these facets are asked for.';
  }
  if (through === 'share' && sharePercent === null) {
    problems.sharePercent = 'Give the least share, in percent.';
  }
  if (affiliates.length > 0 && suppliers.length === 0) {
    problems.suppliers = 'Name the suppliers whose affiliates are meant.';
  }
  if (isAbove(criteria.classificationMin, criteria.classificationMax)) {
    problems.classificationMax = 'No classification is at least the one and at most the other.';
  }
  if (!asksOfProduct(criteria)) {
    problems.countries ??=
      'Say which products are meant: by origin, supplier, product or category.';
  }
  return problems;
}

/** Names of suppliers and products that the rule knows by name alone. */
export function unrecordedNames(criteria: RuleCriteria): string[] {
  const { suppliers, products, exceptSuppliers, exceptProducts } = criteria;
  return [...suppliers, ...products, ...exceptSuppliers, ...exceptProducts]
    .filter(({ id }) => id === null)
    .map(({ name }) => name);
}

function isAbove(lowest: Classification | null, highest: Classification | null): boolean {
  if (lowest === null || highest === null) return false;
  return classificationRank(lowest) > classificationRank(highest);
}

/** Whether the rule says anything of the product; one that does not would cover the whole register. */
function asksOfProduct(criteria: RuleCriteria): boolean {
  const { countries, suppliers, products, categories } = criteria;
  return [countries, suppliers, products, categories].some((values) => values.length > 0);
}
