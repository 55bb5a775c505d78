import { describe, expect, it } from 'vitest';
import { noCriteria, type Rule } from '@/app/_domain/rule';
import { blankAdvisory, newRule, ruleEntries, ruleValues } from './editor/values';
import { advisoryInput, type RuleValues, rulesInput } from './schema';

const rule: Rule = {
  code: 'core',
  title: 'Anti-virus of Russian origin',
  clause: 's.1634(a)',
  criteria: {
    ...noCriteria,
    countries: ['RU'],
    facets: ['headquarters'],
    through: 'share',
    sharePercent: 25.5,
    suppliers: [{ id: null, name: 'AO Kaspersky Lab' }],
    classificationMin: 'SECRET',
    markings: ['UK EYES ONLY'],
    onDate: '2018-03-01',
  },
  action: 'must_not_use',
  strength: 'should',
  deadlines: [
    { step: 'identify', kind: 'after_issue', days: 30 },
    { step: 'complete', kind: 'date', date: '2018-10-01' },
    { step: 'status_report', kind: 'every', days: 30 },
  ],
};

/** What is wrong with the rules, by the path under which the form shows it. */
function problems(...rules: RuleValues[]): Record<string, string> {
  const { error } = rulesInput.safeParse(rules);
  const found = (error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]);
  return Object.fromEntries(found);
}

const values = ruleValues(rule);
const asking = (criteria: Partial<RuleValues['criteria']>): RuleValues => ({
  ...values,
  criteria: { ...values.criteria, ...criteria },
});

describe('a rule', () => {
  it('comes out of the form as it went in', () => {
    expect(rulesInput.parse(ruleEntries([rule, { ...rule, code: 'B' }]))).toEqual([
      rule,
      { ...rule, code: 'B' },
    ]);
  });

  it('says at the nested field what is wrong', () => {
    expect(
      problems(values, {
        ...asking({
          sharePercent: '250',
          onDate: '2018-02-30',
          suppliers: [{ id: null, name: ' ' }],
        }),
        code: 'B',
      }),
    ).toEqual({
      '1.criteria.sharePercent': 'A share is at most 100 %.',
      '1.criteria.onDate': 'Enter a day of the calendar, such as 2017-12-01.',
      '1.criteria.suppliers.0.name': 'Give a name.',
    });
    const deadlines: RuleValues['deadlines'] = [
      { step: 'begin', kind: 'date', date: '', days: '30' },
      { step: 'plan', kind: 'after_issue', date: '', days: '0' },
    ];
    expect(Object.keys(problems({ ...values, deadlines }))).toEqual([
      '0.deadlines.0.date',
      '0.deadlines.1.days',
    ]);
  });

  it('is checked as a whole, at the field that has to change', () => {
    expect(Object.keys(problems(asking({ facets: [] })))).toEqual(['0.criteria.facets']);
    expect(Object.keys(problems(asking({ sharePercent: '' })))).toEqual([
      '0.criteria.sharePercent',
    ]);
    expect(Object.keys(problems(asking({ classificationMax: 'OFFICIAL' })))).toEqual([
      '0.criteria.classificationMax',
    ]);
    expect(Object.keys(problems(newRule([])))).toEqual(['0.criteria.countries']);
  });

  it('has a code of its own within the advisory', () => {
    expect(problems(values, asking({}))).toEqual({ '1.code': 'Another rule has this code.' });
    expect(Object.keys(problems({ ...values, code: 'two words' }))).toEqual(['0.code']);
  });

  it('keeps nothing that hangs on a criterion not in use', () => {
    const [parsed] = rulesInput.parse([asking({ countries: [], facets: [], through: 'control' })]);
    expect(parsed?.criteria).toMatchObject({ through: 'nothing', sharePercent: null });
  });
});

describe('an advisory', () => {
  const written = {
    ...blankAdvisory,
    reference: 'NCSC-2017-12-01',
    title: 'Letter',
    issuer: 'NCSC',
    jurisdiction: 'GB',
    issuedOn: '2017-12-01',
  };

  it('may be a draft without rules, and drops what only the form knows', () => {
    const parsed = advisoryInput.parse(written);
    expect(parsed).toMatchObject({ issuedOn: new Date('2017-12-01T00:00:00Z'), rules: [] });
    expect(parsed).not.toHaveProperty('reason');
  });

  it.each([
    ['reference', 'NCSC 2017'],
    ['reference', ':in'],
    ['issuedOn', ''],
    ['issuedOn', '1 December 2017'],
    ['jurisdiction', 'UK'],
    ['link', 'javascript:alert(1)'],
    ['title', ' '],
  ])('is refused for its %s “%s”', (field, value) => {
    const { error } = advisoryInput.safeParse({ ...written, [field]: value });
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([field]);
  });

  it('of the European Union has a jurisdiction', () => {
    expect(advisoryInput.safeParse({ ...written, jurisdiction: 'EU' }).success).toBe(true);
  });
});
