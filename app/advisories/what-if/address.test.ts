import { describe, expect, it } from 'vitest';
import { newRule, noCriteriaValues, type RuleEntry } from '../editor/values';
import { whatIfHref } from './address';
import { readWhatIf } from './read-address';

const rule: RuleEntry = {
  ...newRule([]),
  criteria: {
    ...noCriteriaValues,
    countries: ['RU'],
    facets: ['headquarters'],
    through: 'share',
    sharePercent: '25',
    suppliers: [{ id: null, name: 'Severny & Сын' }],
    onDate: '2022-03-29',
  },
  deadlines: [{ step: 'identify', kind: 'after_issue', date: '', days: '30' }],
};

const read = (href: string | undefined) =>
  readWhatIf(new URL(href ?? '', 'https://example.test').searchParams);

describe('the address of a what-if', () => {
  it('brings back what it was made of', () => {
    const asked = { rules: [rule], issuedOn: '2017-12-01' };
    expect(read(whatIfHref(asked))).toEqual(asked);
  });

  it('holds only the criteria in use', () => {
    const href = whatIfHref({ rules: [rule], issuedOn: '' });
    expect(decodeURIComponent(href ?? '')).not.toContain('exceptPurposes');
  });

  it('is none when it would be too long', () => {
    const rules = Array.from({ length: 20 }, () => rule);
    expect(whatIfHref({ rules, issuedOn: '' })).toBeUndefined();
  });

  it.each([
    '',
    'rules',
    '{}',
    'null',
    '[null]',
    '[1]',
    '[{}]',
    '[{"criteria":{"countries":"RU"}}]',
  ])('does not take “%s” for rules', (rules) => {
    expect(readWhatIf(new URLSearchParams({ rules }))).toBeUndefined();
  });
});
