import { noCriteriaValues, type RuleEntry } from '../editor/values';
import type { CriteriaValues } from '../schema';

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

/** The rule without the criteria that it does not use. */
function shortened({ key: _, criteria, ...rule }: RuleEntry) {
  const used = (Object.keys(criteria) as (keyof CriteriaValues)[])
    .filter((field) => JSON.stringify(criteria[field]) !== JSON.stringify(noCriteriaValues[field]))
    .map((field) => [field, criteria[field]]);
  return { ...rule, criteria: Object.fromEntries(used) };
}
