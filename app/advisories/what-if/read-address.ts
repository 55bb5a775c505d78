import { isIsoDate } from '@/app/_lib/iso-time';
import { noCriteriaValues, ruleEntries } from '../editor/values';
import { type RuleValues, rulesInput } from '../schema';
import type { WhatIf } from './address';

/** Reads back what `whatIfHref` wrote; undefined when it is not whole. */
export function readWhatIf(params: URLSearchParams): WhatIf | undefined {
  const issuedOn = params.get('issued') ?? '';
  if (issuedOn !== '' && !isIsoDate(issuedOn)) return undefined;
  const parsed = rulesInput.safeParse(completed(params.get('rules') ?? ''));
  return parsed.success ? { rules: ruleEntries(parsed.data), issuedOn } : undefined;
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
