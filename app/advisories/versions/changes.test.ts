import { describe, expect, it } from 'vitest';
import { noCriteria, type Rule } from '@/app/_domain/rule';
import { type AdvisoryContent, changesBetween } from './changes';

const rule: Rule = {
  code: 'A',
  title: 'Core',
  clause: '',
  criteria: {
    ...noCriteria,
    suppliers: [{ id: null, name: 'AO Kaspersky Lab' }],
    classificationMin: 'SECRET',
  },
  action: 'remove',
  strength: 'must',
  deadlines: [{ step: 'identify', kind: 'after_issue', days: 30 }],
};

const content: AdvisoryContent = {
  title: 'Directive',
  issuer: 'DHS',
  jurisdiction: 'US',
  identifier: 'BOD 17-01',
  audience: '',
  issued_on: '2017-09-13',
  link: '',
  bindingness: 'binding',
  confirmation: 'secondary',
  summary: '',
  quoted_clause: '',
  notes: '',
  supersedes: '',
  amends: '',
  rules: [rule],
};

const changes = (after: Partial<AdvisoryContent>, before: Partial<AdvisoryContent> = {}) =>
  changesBetween({ ...content, ...before }, { ...content, ...after });

describe('changesBetween', () => {
  it('finds nothing between equals', () => {
    expect(changes(structuredClone(content))).toEqual([]);
  });

  it('says fields in words', () => {
    expect(
      changes({ bindingness: 'guidance', issued_on: '2017-09-19', amends: 'BOD-16-01' }),
    ).toEqual([
      { field: 'Issued on', before: '13 Sep 2017', after: '19 Sep 2017' },
      { field: 'Binding or guidance', before: 'Binding', after: 'Guidance' },
      { field: 'Amends', before: '', after: 'BOD-16-01' },
    ]);
  });

  it('says what a rule covers and asks for, before and after', () => {
    const changed: Rule = {
      ...rule,
      criteria: { ...rule.criteria, classificationMin: null },
      strength: 'should',
      deadlines: [...rule.deadlines, { step: 'complete', kind: 'date', date: '2018-10-01' }],
    };
    expect(changes({ rules: [changed] })).toEqual([
      {
        field: 'Rule A: scope',
        before: 'Products of AO Kaspersky Lab; on systems classified SECRET or above.',
        after: 'Products of AO Kaspersky Lab.',
      },
      { field: 'Rule A: action', before: 'Remove (must)', after: 'Remove (should)' },
      {
        field: 'Rule A: deadlines',
        before: 'Identify: 30 days after issue',
        after: 'Identify: 30 days after issue; Complete: 1 Oct 2018',
      },
    ]);
  });

  it('says which rule came, went or changed its place', () => {
    const other: Rule = {
      ...rule,
      code: 'B',
      action: 'no_action',
      strength: 'consider',
      deadlines: [],
    };
    expect(changes({ rules: [other] })).toEqual([
      { field: 'Rule A', before: expect.stringContaining('Remove (must)'), after: '' },
      {
        field: 'Rule B',
        before: '',
        after:
          'Products of AO Kaspersky Lab; on systems classified SECRET or above. No action advised (consider)',
      },
    ]);
    expect(changes({ rules: [other, rule] }, { rules: [rule, other] })).toEqual([
      { field: 'Order of the rules', before: 'A, B', after: 'B, A' },
    ]);
  });

  it('shows that a name was tied to a record, which the sentence does not', () => {
    const suppliers = [{ id: '00000000-0000-4000-8000-000000000001', name: 'AO Kaspersky Lab' }];
    expect(changes({ rules: [{ ...rule, criteria: { ...rule.criteria, suppliers } }] })).toEqual([
      { field: 'Rule A: not recorded yet', before: 'AO Kaspersky Lab', after: '' },
    ]);
  });
});
