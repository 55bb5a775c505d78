import { advisedActionCodes } from '@/app/_domain/advised-action';
import type { Deadline } from '@/app/_domain/deadline';
import { noCriteria, type Rule, type RuleCriteria } from '@/app/_domain/rule';
import type { AdvisoryValues, CriteriaValues, DeadlineValues, RuleValues } from '../schema';

/** A rule in the form; `key` stays with it while its place and code change, and is never saved. */
export type RuleEntry = RuleValues & { key: string };

export interface EditorValues extends Omit<AdvisoryValues, 'rules'>, Record<string, unknown> {
  rules: RuleEntry[];
  /** Why an active advisory is changed. */
  reason: string;
}

export const blankAdvisory: EditorValues = {
  reference: '',
  title: '',
  issuer: '',
  jurisdiction: '',
  identifier: '',
  audience: '',
  issuedOn: '',
  link: '',
  bindingness: 'guidance',
  confirmation: 'unconfirmed',
  summary: '',
  quotedClause: '',
  notes: '',
  supersedesId: null,
  amendsId: null,
  rules: [],
  reason: '',
};

export function ruleValues(rule: Rule): RuleValues {
  const { criteria, deadlines, ...rest } = rule;
  return {
    ...rest,
    criteria: criteriaValues(criteria),
    deadlines: deadlines.map(deadlineValues),
  };
}

function criteriaValues({ sharePercent, onDate, ...criteria }: RuleCriteria): CriteriaValues {
  return {
    ...criteria,
    sharePercent: sharePercent === null ? '' : String(sharePercent),
    onDate: onDate ?? '',
  };
}

function deadlineValues(deadline: Deadline): DeadlineValues {
  const { step, kind } = deadline;
  return kind === 'date'
    ? { step, kind, date: deadline.date, days: '' }
    : { step, kind, date: '', days: String(deadline.days) };
}

/** The criteria as far as they are written, to say them in words before they are complete. */
export function writtenCriteria(values: CriteriaValues): RuleCriteria {
  const share = Number(values.sharePercent);
  return {
    ...values,
    sharePercent: values.sharePercent === '' || Number.isNaN(share) ? null : share,
    onDate: values.onDate === '' ? null : values.onDate,
  };
}

export const noCriteriaValues: CriteriaValues = criteriaValues(noCriteria);

/** By which a country of origin is usually meant. */
export const usualFacets: CriteriaValues['facets'] = [
  'headquarters',
  'incorporation',
  'ultimate_parent',
];

/** A new rule behind the others, with the first letter that none of them has as its code. */
export function newRule(others: readonly RuleEntry[]): RuleEntry {
  return {
    key: nextKey(others),
    code: nextCode(others),
    title: '',
    clause: '',
    criteria: { ...noCriteriaValues, facets: usualFacets },
    action: advisedActionCodes[0],
    strength: 'should',
    deadlines: [],
  };
}

export function copyOfRule(rule: RuleEntry, others: readonly RuleEntry[]): RuleEntry {
  return { ...structuredClone(rule), key: nextKey(others), code: nextCode(others) };
}

export function ruleEntries(rules: readonly Rule[]): RuleEntry[] {
  return rules.map((rule, index) => ({ ...ruleValues(rule), key: String(index + 1) }));
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

function nextCode(others: readonly RuleEntry[]): string {
  const taken = new Set(others.map(({ code }) => code.toUpperCase()));
  return letters.find((letter) => !taken.has(letter)) ?? `R${others.length + 1}`;
}

function nextKey(others: readonly RuleEntry[]): string {
  return String(Math.max(0, ...others.map(({ key }) => Number(key))) + 1);
}
