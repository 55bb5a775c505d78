import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomes } from './decision';
import { type Proposal, proposalProblems, reasonProblem } from './proposal';

const today = '2026-03-31';
const text = fc.string({ unit: 'grapheme' });
const day = fc.option(fc.constantFrom('2026-03-30', today, '2026-04-01'));
const proposalFields = {
  outcome: fc.constantFrom(...outcomes),
  rationale: text,
  dueOn: day,
  expiresOn: day,
};

function problemFields(changes: Partial<Proposal>) {
  const proposal: Proposal = {
    outcome: 'remove',
    rationale: '',
    dueOn: null,
    expiresOn: null,
    ...changes,
  };
  return Object.keys(proposalProblems(proposal, today));
}

describe('proposalProblems', () => {
  it('asks of each outcome what it needs and no more', () => {
    expect(outcomes.map((outcome) => [outcome, ...problemFields({ outcome })])).toEqual([
      ['remove', 'dueOn'],
      ['replace', 'dueOn'],
      ['isolate', 'dueOn'],
      ['restrict', 'dueOn'],
      ['withdraw_from_new_users', 'dueOn'],
      ['at_contract_end', 'dueOn'],
      ['on_trigger', 'rationale'],
      ['monitor'],
      ['accept', 'rationale', 'expiresOn'],
      ['no_action'],
    ]);
  });

  it('does not take blanks for a rationale', () => {
    const accept = { outcome: 'accept', expiresOn: '2026-04-01' } as const;
    expect(problemFields({ ...accept, rationale: ' \n' })).toEqual(['rationale']);
    expect(problemFields({ ...accept, rationale: 'Isolated network' })).toEqual([]);
  });

  it('takes a due date from today on and an expiry from tomorrow on, for any outcome', () => {
    fc.assert(
      fc.property(fc.record(proposalFields), (proposal) => {
        const problems = proposalProblems(proposal, today);
        if (proposal.dueOn) expect('dueOn' in problems).toBe(proposal.dueOn < today);
        if (proposal.expiresOn) expect('expiresOn' in problems).toBe(proposal.expiresOn <= today);
      }),
    );
  });
});

describe('reasonProblem', () => {
  it('asks for a reason where a removal is not advised for every deployment, and only there', () => {
    const some = { count: 3, precautionary: 2 };
    const asked = outcomes.filter((outcome) => reasonProblem(outcome, some, ''));
    expect(asked).toEqual(['remove', 'replace']);
    expect(reasonProblem('remove', some, ' ')).toContain('2 of the 3 deployments');
    expect(reasonProblem('remove', some, 'Customers ask')).toBeUndefined();
    expect(reasonProblem('remove', { count: 3, precautionary: 0 }, '')).toBeUndefined();
    expect(reasonProblem('replace', { count: 1, precautionary: 1 }, '')).toContain(
      'replace this deployment',
    );
  });
});
