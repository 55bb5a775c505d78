import { advisedActionLabels, strengthLabels } from '@/app/_domain/advised-action';
import {
  type Bindingness,
  bindingLabels,
  type Confirmation,
  confirmationLabels,
} from '@/app/_domain/advisory';
import { type Rule, type RuleCriteria, unrecordedNames } from '@/app/_domain/rule';
import { deadlineWords, ruleWords } from '@/app/_domain/rule-words';
import { formatDate } from '@/app/_lib/format';
import { jurisdictionName } from '../jurisdictions';

/** What a version keeps of an advisory, by the names of the database's columns. */
export interface AdvisoryContent {
  title: string;
  issuer: string;
  jurisdiction: string;
  identifier: string;
  audience: string;
  /** ISO date. */
  issued_on: string;
  link: string;
  bindingness: Bindingness;
  confirmation: Confirmation;
  summary: string;
  quoted_clause: string;
  notes: string;
  /** References of other advisories; '' for none. */
  supersedes: string;
  amends: string;
  rules: Rule[];
}

/** One thing that differs, in words; '' where there was or is nothing. */
export interface Change {
  field: string;
  before: string;
  after: string;
}

const same = (text: string) => text;

/** In the order of the form: each field's label, and its value in words. */
const fields: {
  readonly [Field in Exclude<keyof AdvisoryContent, 'rules'>]: readonly [
    label: string,
    words: (value: AdvisoryContent[Field]) => string,
  ];
} = {
  title: ['Title', same],
  identifier: ['Number', same],
  issuer: ['Issuer', same],
  jurisdiction: ['Jurisdiction', jurisdictionName],
  issued_on: ['Issued on', formatDate],
  bindingness: ['Binding or guidance', (code) => bindingLabels[code]],
  confirmation: ['Confirmed', (code) => confirmationLabels[code]],
  link: ['Link', same],
  audience: ['To whom it speaks', same],
  summary: ['Summary', same],
  quoted_clause: ['Quoted clause', same],
  notes: ['Notes', same],
  supersedes: ['Supersedes', same],
  amends: ['Amends', same],
};

/** Everything that a reader would call a change between two versions of an advisory. */
export function changesBetween(before: AdvisoryContent, after: AdvisoryContent): Change[] {
  const changed = (Object.keys(fields) as (keyof typeof fields)[]).map((field) => ({
    field: fields[field][0],
    before: wordsOf(field, before),
    after: wordsOf(field, after),
  }));
  return [...changed, ...rulesChanged(before.rules, after.rules)].filter(isChange);
}

function wordsOf<Field extends keyof typeof fields>(
  field: Field,
  content: AdvisoryContent,
): string {
  const [, words] = fields[field];
  return words(content[field]);
}

function isChange({ before, after }: Change): boolean {
  return before !== after;
}

function rulesChanged(before: readonly Rule[], after: readonly Rule[]): Change[] {
  const codes = [...new Set([...before, ...after].map(({ code }) => code))];
  const ofCode = (rules: readonly Rule[], code: string) => rules.find((rule) => rule.code === code);
  const changed = codes.flatMap((code) => {
    const former = ofCode(before, code);
    const present = ofCode(after, code);
    if (former && present) return ruleChanged(former, present);
    return { field: `Rule ${code}`, before: wholeRule(former), after: wholeRule(present) };
  });
  const order = (rules: readonly Rule[]) =>
    rules.filter(({ code }) => ofCode(before, code) && ofCode(after, code)).map(({ code }) => code);
  return [
    ...changed,
    {
      field: 'Order of the rules',
      before: order(before).join(', '),
      after: order(after).join(', '),
    },
  ];
}

function ruleChanged(before: Rule, after: Rule): Change[] {
  const part = (name: string, words: (rule: Rule) => string): Change => ({
    field: `Rule ${after.code}: ${name}`,
    before: words(before),
    after: words(after),
  });
  return [
    part('title', ({ title }) => title),
    part('clause', ({ clause }) => clause),
    part('scope', ({ criteria }) => ruleWords(criteria)),
    part('not recorded yet', ({ criteria }) => unrecordedWords(criteria)),
    part('action', actionWords),
    part('deadlines', ({ deadlines }) => deadlinesWords(deadlines)),
  ];
}

function wholeRule(rule: Rule | undefined): string {
  if (!rule) return '';
  return [ruleWords(rule.criteria), actionWords(rule), deadlinesWords(rule.deadlines)]
    .filter((words) => words !== '')
    .join(' ');
}

function actionWords({ action, strength }: Rule): string {
  return `${advisedActionLabels[action]} (${strengthLabels[strength].toLowerCase()})`;
}

function deadlinesWords(deadlines: Rule['deadlines']): string {
  return deadlines
    .map((deadline) =>
      deadline.kind === 'date'
        ? `${deadlineWords(deadline)}: ${formatDate(deadline.date)}`
        : deadlineWords(deadline),
    )
    .join('; ');
}

function unrecordedWords(criteria: RuleCriteria): string {
  return unrecordedNames(criteria).join(', ');
}
