import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { advisedActionCodes, advisedActions, strengths } from '@/app/_domain/advised-action';
import { type Deadline, dueDate } from '@/app/_domain/deadline';
import { outcomes } from '@/app/_domain/decision';
import { noCriteria, type Rule } from '@/app/_domain/rule';
import { judgeAdvisory, type RuleJudgement } from '@/app/_domain/verdict';
import { versionKey } from '@/app/_domain/version-order';
import type { Actor } from '@/app/_server/actor';
import { readAs, type Transaction } from '@/app/_server/database';
import { openTestRegister, type TestRegister } from '@/app/_server/register.fixture';
import { readSituation } from './data';
import {
  forgetRecords,
  generatedRegister,
  generatedRules,
  insertGenerated,
} from './generated-register.fixture';

let register: TestRegister;
let officer: Actor;

beforeAll(async () => {
  register = await openTestRegister();
  officer = await register.person('Officer', ['risk_officer']);
});

afterAll(() => register.close());

/** Matches something in nearly every register, so that each verdict is met. */
const noActionOnAntivirus: Rule = {
  code: 'R0',
  title: '',
  clause: '',
  criteria: { ...noCriteria, categories: ['antivirus'] },
  action: 'no_action',
  strength: 'must',
  deadlines: [],
};

/** What the database says of all deployments: verdict, leading rule, other rules. */
async function fromDatabase(transaction: Transaction, rules: readonly Rule[]) {
  const rows = await transaction.$queryRaw<
    { id: string; verdict: string; rule: string; others: string }[]
  >`select deployment_id as id, verdict, rule, other_rules as others
    from rule_verdicts(${JSON.stringify(rules)}::jsonb, '2024-01-01')`;
  return new Map(rows.map(({ id, ...said }) => [id, said]));
}

/** What the database says is missing, by deployment, where a rule other than *no action* cannot tell. */
async function gapsFromDatabase(
  transaction: Transaction,
  rules: readonly Rule[],
  deployments: readonly string[],
) {
  const asking = rules.filter(({ action }) => action !== 'no_action');
  const rows = await transaction.$queryRaw<{ id: string; fact: string }[]>`
    select distinct v.deployment_id as id, concat_ws(' ', g.kind, g.subject_type, g.subject_id, nullif(g.facet, '')) as fact
    from rule_verdicts(${JSON.stringify(rules)}::jsonb, '2024-01-01') v
    join jsonb_array_elements(${JSON.stringify(asking)}::jsonb) r on true
    join rule_gaps(r->'criteria', change_day(), ${deployments}::uuid[]) g on g.deployment_id = v.deployment_id
    where v.verdict = 'cannot_tell'`;
  const byId = Map.groupBy(rows, ({ id }) => id);
  return new Map([...byId].map(([id, gaps]) => [id, gaps.map(({ fact }) => fact).sort()]));
}

function missedBy(leading: RuleJudgement | null, others: readonly RuleJudgement[]): string[] {
  if (leading?.truth !== 'unknown') return [];
  const missing = [leading, ...others]
    .flatMap(({ findings }) => findings)
    .flatMap((found) => found.missing)
    .map(({ kind, subjectType, subjectId, ...fact }) =>
      [kind, subjectType, subjectId, ...('facet' in fact ? [fact.facet] : [])].join(' '),
    );
  return [...new Set(missing)].sort();
}

describe('the verdict of a rule', () => {
  it('is the same in SQL for all and in TypeScript for one, and so is what it misses', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        generatedRegister,
        fc.array(generatedRules, { minLength: 4, maxLength: 4 }),
        async (drawn, advisories) => {
          await forgetRecords(register.owner);
          const deployments = await insertGenerated(register.owner, drawn);
          await readAs(officer, async (transaction) => {
            for (const rules of [...advisories, [noActionOnAntivirus]]) {
              const said = await fromDatabase(transaction, rules);
              const gaps = await gapsFromDatabase(transaction, rules, deployments);
              for (const id of deployments) {
                const situation = await readSituation(transaction, id);
                if (!situation) throw new Error('The deployment is not there.');
                const { verdict, leading, others } = judgeAdvisory(rules, situation, today);
                seen.add(verdict);
                const told = leading && {
                  verdict,
                  rule: leading.rule.code,
                  others: others.map(({ rule }) => rule.code).join(', '),
                };
                expect(said.get(id) ?? null).toEqual(told);
                expect(gaps.get(id) ?? []).toEqual(missedBy(leading, others));
              }
            }
          });
        },
      ),
      // A run takes seconds, so a failure is told as it was met.
      { numRuns: 8, endOnFailure: true },
    );
    expect([...seen].sort()).toEqual(['cannot_tell', 'in', 'out', 'out_no_action']);
  }, 120_000);
});

describe('what stands in both languages', () => {
  it('orders actions and strengths alike, and takes the same outcomes as answers', async () => {
    const { rows } = await register.owner.query(
      `select action, action_strictness(action) as strictness, array(
         select outcome from unnest($2::text[]) outcome where action_answers(action, outcome)) as answers
       from unnest($1::text[]) with ordinality a(action, place) order by place`,
      [advisedActionCodes, outcomes],
    );
    expect(rows.map(({ action, strictness }) => [action, strictness])).toEqual(
      advisedActionCodes.map((code, place) => [code, place + 1]),
    );
    for (const { action, answers } of rows) {
      const typed = advisedActions[action as keyof typeof advisedActions].answers;
      expect(answers.sort(), action).toEqual([...typed].sort());
    }
    const ordered = await register.owner.query(
      `select strength_order(s) as place from unnest($1::text[]) s`,
      [strengths],
    );
    expect(ordered.rows.map(({ place }) => place)).toEqual(strengths.map((_, place) => place + 1));
  });

  it('reads versions alike, in the order of their keys', async () => {
    const versions = fc
      .sample(
        fc.oneof(
          fc.string(),
          fc.stringMatching(/^[vV]?[0-9]{1,4}([.-](rc|HF|beta|a)?[0-9]{0,3}){0,3}$/),
        ),
        400,
      )
      .filter((version) => !version.includes('\0'));
    const { rows } = await register.owner.query(
      `select version_key(v) as key from unnest($1::text[]) with ordinality u(v, place) order by place`,
      [versions],
    );
    expect(rows.map(({ key }) => key)).toEqual(versions.map(versionKey));
  });

  it('works out the same due date', async () => {
    const step = fc.constantFrom('identify', 'begin', 'complete');
    const deadline = fc.oneof(
      fc.record({
        step,
        kind: fc.constant('date'),
        date: fc.constantFrom('2017-12-01', '2018-02-28'),
      }),
      fc.record({ step, kind: fc.constantFrom('after_issue', 'every'), days: fc.nat(400) }),
    ) as fc.Arbitrary<Deadline>;
    const drawn = fc.sample(fc.array(deadline, { maxLength: 4 }), 100);
    for (const deadlines of drawn) {
      const { rows } = await register.owner.query(
        `select nullif(rule_due_on($1, '2017-09-13'), 'infinity')::text as due`,
        [JSON.stringify(deadlines)],
      );
      expect(rows[0].due).toBe(dueDate(deadlines, '2017-09-13'));
    }
  });
});
