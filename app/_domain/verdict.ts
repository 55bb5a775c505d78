import { advisedActionCodes, strengths } from './advised-action';
import type { Verdict } from './exposure';
import { type Finding, finding } from './finding';
import type { Rule, RuleCriteria } from './rule';
import { either } from './rule-origin';
import { judgeComponents, judgeProduct, type ProductJudgement } from './rule-product';
import { systemFindings } from './rule-system';
import type { Situation } from './situation';
import { allTrue, anyTrue, type Truth, truthOf } from './truth';
import { versionKey } from './version-order';

/** Whether a rule matches a deployment, and what decided it: all findings of the same truth. */
export interface RuleJudgement {
  rule: Rule;
  truth: Truth;
  findings: readonly Finding[];
}

export interface AdvisoryJudgement {
  verdict: Verdict;
  /** The strictest of the rules that give the verdict; null where no rule applies. */
  leading: RuleJudgement | null;
  /** The others that give it, strictest first. */
  others: readonly RuleJudgement[];
  /** Every rule, in the advisory's order. */
  judgements: readonly RuleJudgement[];
}

/**
 * How an advisory with these rules judges the deployment on a day (ISO date). prisma/sql/31-rule.sql
 * says the same of many; a test holds the two equal.
 */
export function judgeAdvisory(
  rules: readonly Rule[],
  situation: Situation,
  today: string,
): AdvisoryJudgement {
  const judgements = rules.map((rule) => judgeRule(rule, situation, today));
  const strictest = judgements.toSorted((a, b) => byStrictness(a.rule, b.rule));
  for (const verdict of ['in', 'cannot_tell', 'out_no_action'] as const) {
    const [leading, ...others] = strictest.filter((one) => verdictOf(one) === verdict);
    if (leading) return { verdict, leading, others, judgements };
  }
  return { verdict: 'out', leading: null, others: [], judgements };
}

function verdictOf({ rule, truth }: RuleJudgement): Verdict {
  if (rule.action === 'no_action') return truth === 'yes' ? 'out_no_action' : 'out';
  return truth === 'yes' ? 'in' : truth === 'unknown' ? 'cannot_tell' : 'out';
}

function byStrictness(a: Rule, b: Rule): number {
  return (
    advisedActionCodes.indexOf(a.action) - advisedActionCodes.indexOf(b.action) ||
    strengths.indexOf(a.strength) - strengths.indexOf(b.strength)
  );
}

/** Whether one rule matches the deployment on a day (ISO date), with the facts that decided it. */
function judgeRule(rule: Rule, situation: Situation, today: string): RuleJudgement {
  const { criteria } = rule;
  const onDay = criteria.onDate ?? today;
  const deployed = judgeProduct(criteria, situation, onDay);
  const versioned = versionFindings(criteria, situation);
  const ways = [
    { ...deployed, findings: [...deployed.findings, ...versioned] },
    ...judgeComponents(criteria, situation, onDay).map((component) => ({
      ...component,
      findings: [...component.findings, ...componentVersionFindings(criteria, component)],
    })),
  ].map(({ findings }) => ({ truth: allTrue(findings.map((one) => one.truth)), findings }));
  const system = systemFindings(criteria, situation);
  const productTruth = anyTrue(ways.map((way) => way.truth));
  const truth = allTrue([productTruth, ...system.map((one) => one.truth)]);
  const deciding = ways.filter((way) => way.truth === productTruth).map(({ findings }) => findings);
  return { rule, truth, findings: decisive(truth, deciding, productTruth, system) };
}

/** A match rests on everything; what is out or open rests on what made it so. */
function decisive(
  truth: Truth,
  ways: readonly (readonly Finding[])[],
  productTruth: Truth,
  system: readonly Finding[],
): readonly Finding[] {
  if (truth === 'yes') return [...(ways[0] ?? []), ...system];
  const ofTruth = (findings: readonly Finding[]) => findings.filter((one) => one.truth === truth);
  const ofProduct = productTruth === truth ? ways.map((way) => either(ofTruth(way))) : [];
  return [...ofProduct, ...ofTruth(system)];
}

function versionFindings(
  { versionFrom, versionTo }: RuleCriteria,
  { version, deploymentId, productId, products }: Situation,
): Finding[] {
  if (versionFrom === '' && versionTo === '') return [];
  const key = versionKey(version);
  const subject = products.get(productId)?.name ?? '';
  if (key === null) {
    const words = `the version of ${subject} is not recorded`;
    const missing = [
      { kind: 'version', subjectType: 'deployment', subjectId: deploymentId, subject } as const,
    ];
    return [finding('unknown', words, { missing })];
  }
  const isIn =
    (versionFrom === '' || key >= (versionKey(versionFrom) ?? '')) &&
    (versionTo === '' || key <= (versionKey(versionTo) ?? ''));
  const range = [versionFrom && `from ${versionFrom}`, versionTo && `to ${versionTo}`];
  const words = `version ${version} is ${isIn ? '' : 'not '}in the range ${range.filter(Boolean).join(' ')}`;
  return [finding(truthOf(isIn), words)];
}

/** The version of what is embedded is not recorded. */
function componentVersionFindings(
  { versionFrom, versionTo }: RuleCriteria,
  { product }: ProductJudgement,
): Finding[] {
  if (versionFrom === '' && versionTo === '') return [];
  return [finding('unknown', `which version of ${product.name} is embedded is not recorded`)];
}
