import { isIsoDate } from '@/app/_lib/iso-time';
import { noCriteriaValues, type RuleEntry, ruleEntries } from '../editor/values';
import { type CriteriaValues, type RuleValues, rulesInput } from '../schema';

/** What a what-if asks: rules that are nobody's advisory, and the day from which deadlines count. */
export interface WhatIf {
  rules: RuleEntry[];
  issuedOn: string;
}

/** Longer addresses are cut on their way through mail and servers. */
const longestAddress = 6000;

/** The address of a what-if, or undefined when it would be too long to be passed on. */
export function whatIfHref({ rules, issuedOn }: WhatIf): string | undefined {
  const params = new URLSearchParams();
  if (issuedOn !== '') params.set('issued', issuedOn);
  params.set('rules', JSON.stringify(rules.map(shortened)));
  const href = `/advisories/what-if?${params}`;
  return href.length > longestAddress ? undefined : href;
}

/** Reads back what `whatIfHref` wrote; undefined when it is not whole. */
export function readWhatIf(params: URLSearchParams): WhatIf | undefined {
  const issuedOn = params.get('issued') ?? '';
  if (issuedOn !== '' && !isIsoDate(issuedOn)) return undefined;
  const parsed = rulesInput.safeParse(completed(params.get('rules') ?? ''));
  return parsed.success ? { rules: ruleEntries(parsed.data), issuedOn } : undefined;
}

/** The rule without the criteria that it does not use. */
function shortened({ key: _, criteria, ...rule }: RuleEntry) {
  const used = (Object.keys(criteria) as (keyof CriteriaValues)[])
    .filter((field) => JSON.stringify(criteria[field]) !== JSON.stringify(noCriteriaValues[field]))
    .map((field) => [field, criteria[field]]);
  return { ...rule, criteria: Object.fromEntries(used) };
}

/** The rules with every criterion again, unless the text holds something else; what they are worth is for the schema. */
function completed(text: string): unknown {
  try {
    const rules: unknown = JSON.parse(text);
    if (!Array.isArray(rules)) return undefined;
    return rules.map((rule: RuleValues) => ({
      ...rule,
      criteria: { ...noCriteriaValues, ...rule.criteria },
    }));
  } catch {
    return undefined;
  }
}
