import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countryName } from './country';
import { organisationKindLabels, organisationKinds } from './organisation';
import { facets } from './origin';
import { productCategories, productCategoryLabels } from './product';
import { affiliations, noCriteria, type RuleCriteria } from './rule';
import { deadlineWords, ruleWords } from './rule-words';
import { systemPurposeLabels, systemPurposes } from './system';

const words = (criteria: Partial<RuleCriteria>) => ruleWords({ ...noCriteria, ...criteria });
const named = (...names: string[]) => names.map((name) => ({ id: null, name }));

describe('ruleWords', () => {
  it.each<[Partial<RuleCriteria>, string]>([
    [
      {
        countries: ['RU'],
        facets: ['headquarters', 'incorporation', 'ultimate_parent'],
        through: 'control',
        categories: ['antivirus'],
        classificationMin: 'SECRET',
      },
      'Products of suppliers with headquarters, incorporation or ultimate parent in Russia, themselves or through owners who control them; category Anti-virus; on systems classified SECRET or above.',
    ],
    [
      { countries: ['RU', 'BY'], facets: ['developed', 'support'] },
      'Products developed or supported in Russia or Belarus.',
    ],
    [
      {
        countries: ['RU', 'none'],
        facets: ['headquarters', 'maintained'],
        through: 'share',
        sharePercent: 25,
      },
      'Products of suppliers with headquarters in Russia or a country that is not recorded, themselves or through owners of at least 25 % of them, or maintained there.',
    ],
    [
      {
        suppliers: named('AO Kaspersky Lab'),
        affiliates: ['owned', 'owners', 'common_control'],
        exceptProducts: named('Kaspersky Threat Intelligence'),
        exceptPurposes: ['national_security'],
      },
      'Products of AO Kaspersky Lab, or of what it owns, who owns it or what its owners own as well; except Kaspersky Threat Intelligence; on systems not for the purpose National security.',
    ],
    [
      { suppliers: named('Huawei', 'ZTE'), affiliates: ['owned'], components: 'included' },
      'Products of Huawei or ZTE, or of what they own; embedded in other products as well.',
    ],
    [
      { products: named('Orion'), versionFrom: '2019.4', versionTo: '2020.2.1' },
      'The product Orion; versions 2019.4 to 2020.2.1.',
    ],
    [
      { suppliers: named('SolarWinds'), products: named('Orion', 'Serv-U'), versionFrom: '15' },
      'Products of SolarWinds; named Orion or Serv-U; version 15 or later.',
    ],
    [
      {
        categories: ['video_surveillance', 'telecommunications'],
        exceptSuppliers: named('Axis'),
        classificationMin: 'OFFICIAL',
        classificationMax: 'OFFICIAL',
        markings: ['SENSITIVE'],
        exceptMarkings: ['LOCSEN'],
        purposes: ['defence', 'physical_security'],
        organisationKinds: ['department', 'agency'],
        onDate: '2022-11-24',
      },
      'Products of the category Video surveillance or Telecommunications; except what is of Axis; on systems classified OFFICIAL, marked SENSITIVE, not marked LOCSEN, for the purpose Defence or Physical security, of organisations of the kind Department or Agency; by the facts of 2022-11-24.',
    ],
    [
      { categories: ['web'], classificationMin: 'OFFICIAL', classificationMax: 'SECRET' },
      'Products of the category Web; on systems classified OFFICIAL to SECRET.',
    ],
    [
      { categories: ['web'], classificationMax: 'SECRET', versionTo: '3' },
      'Products of the category Web; on systems classified SECRET or below; version 3 or earlier.',
    ],
  ])('says %j', (criteria, sentence) => {
    expect(words(criteria)).toBe(sentence);
  });

  it('says every value of every criterion in use', () => {
    const some = <Code extends string>(codes: readonly [Code, ...Code[]]) =>
      fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 3 });
    const names = fc.uniqueArray(fc.stringMatching(/^[A-Z][a-z]{3,8}$/), {
      minLength: 1,
      maxLength: 3,
    });
    const used = fc.record({
      countries: some(['RU', 'CN', 'IR', 'GB']),
      facets: some(facets),
      suppliers: names,
      affiliates: some(affiliations),
      products: names,
      categories: some(productCategories),
      exceptSuppliers: names,
      exceptProducts: names,
      markings: names,
      exceptMarkings: names,
      purposes: some(systemPurposes),
      exceptPurposes: some(systemPurposes),
      organisationKinds: some(organisationKinds),
    });
    fc.assert(
      fc.property(used, (values) => {
        const sentence = words({
          ...values,
          suppliers: named(...values.suppliers),
          products: named(...values.products),
          exceptSuppliers: named(...values.exceptSuppliers),
          exceptProducts: named(...values.exceptProducts),
        });
        const said = [
          ...values.countries.map(countryName),
          ...values.suppliers,
          ...values.products,
          ...values.exceptSuppliers,
          ...values.exceptProducts,
          ...values.markings,
          ...values.exceptMarkings,
          ...values.categories.map((code) => productCategoryLabels[code]),
          ...[...values.purposes, ...values.exceptPurposes].map(
            (code) => systemPurposeLabels[code],
          ),
          ...values.organisationKinds.map((code) => organisationKindLabels[code]),
        ];
        for (const value of said) expect(sentence).toContain(value);
      }),
    );
  });

  it('tells any two of the facets apart', () => {
    const sentences = facets.map((facet) => words({ countries: ['RU'], facets: [facet] }));
    expect(new Set(sentences).size).toBe(facets.length);
  });
});

it('deadlineWords says how a deadline is counted', () => {
  expect(deadlineWords({ step: 'identify', kind: 'after_issue', days: 30 })).toBe(
    'Identify: 30 days after issue',
  );
  expect(deadlineWords({ step: 'status_report', kind: 'every', days: 1 })).toBe(
    'Status report: every 1 day',
  );
  expect(deadlineWords({ step: 'complete', kind: 'date', date: '2018-10-01' })).toBe('Complete');
});
