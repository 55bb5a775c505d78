import { countryName } from './country';
import { type Deadline, deadlineStepLabels } from './deadline';
import { organisationKindLabels } from './organisation';
import type { Facet } from './origin';
import { productCategoryLabels } from './product';
import type { Affiliation, RuleCriteria } from './rule';
import { systemPurposeLabels } from './system';

/** Facets that a supplier has, as nouns, or that a product undergoes, as what was done to it. */
const facetWords: Readonly<Record<Facet, { has: string } | { was: string }>> = {
  incorporation: { has: 'incorporation' },
  headquarters: { has: 'headquarters' },
  ultimate_parent: { has: 'ultimate parent' },
  significant_shareholder: { has: 'a significant shareholder' },
  management: { has: 'management' },
  developed: { was: 'developed' },
  built: { was: 'built' },
  maintained: { was: 'maintained' },
  operated: { was: 'operated' },
  hosted: { was: 'hosted' },
  data_at_rest: { was: 'keeping data at rest' },
  support: { was: 'supported' },
};

/**
 * What a rule covers, as one sentence: 'Products of suppliers with headquarters in Russia; category
 * Anti-virus; on systems classified SECRET or above.' Each criterion in use is said, no other is.
 */
export function ruleWords(criteria: RuleCriteria): string {
  const [first = '', ...others] = productClauses(criteria);
  const clauses = [
    first === '' ? 'Any product' : first,
    ...others,
    ...exceptionClauses(criteria),
    criteria.components === 'included' ? 'embedded in other products as well' : '',
    systemClause(criteria),
    versionClause(criteria),
    criteria.onDate === null ? '' : `by the facts of ${criteria.onDate}`,
  ];
  return `${clauses.filter((clause) => clause !== '').join('; ')}.`;
}

/** `Identify: 30 days after issue`, `Status report: every 30 days`; of a day the step alone. */
export function deadlineWords(deadline: Deadline): string {
  const step = deadlineStepLabels[deadline.step];
  switch (deadline.kind) {
    case 'date':
      return step;
    case 'after_issue':
      return `${step}: ${days(deadline.days)} after issue`;
    case 'every':
      return `${step}: every ${days(deadline.days)}`;
  }
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

/** What is asked of the product. The first clause begins the sentence. */
function productClauses(criteria: RuleCriteria): string[] {
  const { suppliers, products, categories, affiliates } = criteria;
  const clauses: string[] = [];
  const origin = originClause(criteria);
  if (origin !== '') clauses.push(`Products ${origin}`);
  if (suppliers.length > 0) {
    const words = `of ${either(suppliers.map(nameOf))}${affiliateWords(affiliates, suppliers.length)}`;
    clauses.push(clauses.length > 0 ? words : `Products ${words}`);
  }
  if (products.length > 0) {
    const names = either(products.map(nameOf));
    const many = products.length > 1 ? 'The products' : 'The product';
    clauses.push(clauses.length > 0 ? `named ${names}` : `${many} ${names}`);
  }
  if (categories.length > 0) {
    const words = `category ${either(categories.map((code) => productCategoryLabels[code]))}`;
    clauses.push(clauses.length > 0 ? words : `Products of the ${words}`);
  }
  return clauses;
}

function originClause({ countries, facets, through, sharePercent }: RuleCriteria): string {
  if (countries.length === 0) return '';
  const places = either(
    countries.map((code) =>
      code === 'none' ? 'a country that is not recorded' : countryName(code),
    ),
  );
  const had = facets.flatMap((facet) => readWords(facet, 'has'));
  const done = facets.flatMap((facet) => readWords(facet, 'was'));
  const owners =
    through === 'nothing'
      ? ''
      : through === 'control'
        ? ', themselves or through owners who control them'
        : `, themselves or through owners of at least ${sharePercent ?? '…'} % of them`;
  const supplier = `of suppliers with ${either(had)} in ${places}${owners}`;
  if (done.length === 0) return had.length === 0 ? `from ${places}${owners}` : supplier;
  const product = `${either(done)} in ${places}`;
  return had.length === 0 ? `${product}${owners}` : `${supplier}, or ${either(done)} there`;
}

function readWords(facet: Facet, kind: 'has' | 'was'): string[] {
  const words: { has?: string; was?: string } = facetWords[facet];
  return words[kind] === undefined ? [] : [words[kind]];
}

function affiliateWords(affiliates: readonly Affiliation[], suppliers: number): string {
  if (affiliates.length === 0) return '';
  const isOne = suppliers === 1;
  const words: Readonly<Record<Affiliation, string>> = {
    owned: isOne ? 'what it owns' : 'what they own',
    owners: isOne ? 'who owns it' : 'who owns them',
    common_control: isOne ? 'what its owners own as well' : 'what their owners own as well',
  };
  return `, or of ${either(affiliates.map((affiliation) => words[affiliation]))}`;
}

function exceptionClauses({ exceptSuppliers, exceptProducts }: RuleCriteria): string[] {
  const suppliers = either(exceptSuppliers.map(nameOf));
  const products = either(exceptProducts.map(nameOf));
  return [suppliers && `except what is of ${suppliers}`, products && `except ${products}`];
}

function systemClause(criteria: RuleCriteria): string {
  const { markings, exceptMarkings, purposes, exceptPurposes, organisationKinds } = criteria;
  const purposeWords = (codes: RuleCriteria['purposes']) =>
    either(codes.map((code) => systemPurposeLabels[code]));
  const words = [
    classificationWords(criteria),
    markings.length > 0 ? `marked ${either(markings)}` : '',
    exceptMarkings.length > 0 ? `not marked ${either(exceptMarkings)}` : '',
    purposes.length > 0 ? `for the purpose ${purposeWords(purposes)}` : '',
    exceptPurposes.length > 0 ? `not for the purpose ${purposeWords(exceptPurposes)}` : '',
    organisationKinds.length > 0
      ? `of organisations of the kind ${either(organisationKinds.map((code) => organisationKindLabels[code]))}`
      : '',
  ].filter((word) => word !== '');
  return words.length === 0 ? '' : `on systems ${words.join(', ')}`;
}

function classificationWords({ classificationMin, classificationMax }: RuleCriteria): string {
  if (classificationMin === classificationMax) {
    return classificationMin === null ? '' : `classified ${classificationMin}`;
  }
  if (classificationMin === null) return `classified ${classificationMax} or below`;
  if (classificationMax === null) return `classified ${classificationMin} or above`;
  return `classified ${classificationMin} to ${classificationMax}`;
}

function versionClause({ versionFrom, versionTo }: RuleCriteria): string {
  if (versionFrom !== '' && versionTo !== '') return `versions ${versionFrom} to ${versionTo}`;
  if (versionFrom !== '') return `version ${versionFrom} or later`;
  return versionTo === '' ? '' : `version ${versionTo} or earlier`;
}

function nameOf({ name }: { name: string }): string {
  return name;
}

/** `a, b or c`; '' for none. */
function either(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}
