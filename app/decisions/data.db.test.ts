import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  actions,
  outcomeNeeds,
  outcomes,
  type PersonAction,
  transitions,
} from '@/app/_domain/decision';
import type { Actor } from '@/app/_server/actor';
import { actingFor, transactAs } from '@/app/_server/database';
import { refusalOf } from '@/app/_server/database-refusal';
import {
  insertSmallRegister,
  openTestRegister,
  type SmallRegister,
  type TestRegister,
} from '@/app/_server/register.fixture';
import { insertProposal } from '@/app/register/data';
import type { ProposalInput, Selection } from '@/app/register/schema';
import {
  decisionsOfDeployment,
  insertEvidenceLink,
  insertProposalStep,
  insertStep,
  waitingProposals,
} from './data';

let register: TestRegister;
let small: SmallRegister;
let officer: Actor;
let approver: Actor;
let both: Actor;
let cleared: Actor;

beforeAll(async () => {
  register = await openTestRegister();
  small = await insertSmallRegister(register.owner);
  officer = await register.person('Officer', ['risk_officer']);
  approver = await register.person('Approver', ['approver']);
  both = await register.person('Both', ['risk_officer', 'approver']);
  cleared = await register.person('Official', ['risk_officer'], { rank: 1 });
});

afterAll(() => register.close());

const proposal = (selection: Selection, changes: Partial<ProposalInput> = {}): ProposalInput => ({
  selection,
  outcome: 'remove',
  advisory: '',
  basisReason: 'A cautious reading of the advice',
  rationale: 'It reads every file',
  dueOn: new Date('2099-01-31'),
  expiresOn: null,
  leaveOutWaiting: false,
  ...changes,
});

function propose(actor: Actor, input: ProposalInput) {
  return transactAs(actingFor(actor), (transaction) => insertProposal(transaction, input));
}

async function latest(deploymentId: string) {
  const decision = (await decisionsOfDeployment(officer, deploymentId)).at(-1);
  if (!decision) throw new Error('There is no decision.');
  return decision;
}

async function take(actor: Actor, step: PersonAction, deploymentId: string, comment = '') {
  const { id, contentHash } = await latest(deploymentId);
  await transactAs(actingFor(actor), (transaction) =>
    insertStep(transaction, step, { id, contentHash, comment }),
  );
}

async function refusal(work: Promise<unknown>): Promise<string | undefined> {
  const error = await work.then(
    () => new Error('It was not refused.'),
    (failure: unknown) => failure,
  );
  return refusalOf(error)?.message;
}

describe('the state table', () => {
  it('is the same in the database', async () => {
    const { rows } = await register.owner.query(
      `select action, from_state, to_state from decision_transition where action <> 'propose'`,
    );
    const stored = rows.map((row) => `${row.action}: ${row.from_state} → ${row.to_state}`);
    const typed = actions
      .filter((action) => action !== 'propose')
      .flatMap((action) =>
        transitions[action].from.map((from) => `${action}: ${from} → ${transitions[action].to}`),
      );
    expect(stored.sort()).toEqual(typed.sort());
  });
});

describe('a decision', () => {
  it('passes from proposal to done by two people, with evidence, and tells its story', async () => {
    const { official } = small.deployments;
    await propose(officer, proposal({ ids: [official] }));
    expect(await refusal(take(officer, 'approve', official))).toMatch(/cannot approve/);
    await take(approver, 'approve', official);
    await take(officer, 'start', official);
    expect(await refusal(take(officer, 'complete', official))).toMatch(/evidence/);
    const { id } = await latest(official);
    await transactAs(actingFor(officer), (transaction) =>
      insertEvidenceLink(transaction, officer, { decisionId: id, url: 'https://example.test/1' }),
    );
    await take(officer, 'complete', official);
    const { events, state, facts } = await latest(official);
    expect(state).toBe('done');
    expect(facts).toMatchObject({ country_of_origin: 'RU', classification: 'OFFICIAL' });
    expect(events.map(({ action, actorName }) => [action, actorName])).toEqual([
      ['propose', 'Officer'],
      ['approve', 'Approver'],
      ['start', 'Officer'],
      ['complete', 'Officer'],
    ]);
  });

  it('needs evidence for exactly the outcomes that say so', async () => {
    const needing: string[] = [];
    for (const outcome of outcomes) {
      const { secret } = small.deployments;
      await propose(
        officer,
        proposal({ ids: [secret] }, { outcome, expiresOn: new Date('2099-02-01') }),
      );
      await take(approver, 'approve', secret);
      const refused = await take(officer, 'complete', secret).then(
        () => undefined,
        (error: unknown) => refusalOf(error)?.message,
      );
      if (refused?.includes('evidence')) needing.push(outcome);
    }
    expect(needing).toEqual(outcomes.filter((outcome) => outcomeNeeds(outcome, 'evidence')));
  });

  it('is superseded when a newer one is approved, and not before', async () => {
    const { secret } = small.deployments;
    await propose(officer, proposal({ ids: [secret] }));
    const [former] = (await decisionsOfDeployment(officer, secret)).slice(-2);
    expect(former?.state).not.toBe('superseded');
    await take(approver, 'approve', secret);
    const [superseded, newer] = (await decisionsOfDeployment(officer, secret)).slice(-2);
    expect([superseded?.state, newer?.state]).toEqual(['superseded', 'approved']);
  });

  it('cannot be approved by its proposer, not even from two windows at once', async () => {
    const { unsettled } = small.deployments;
    await propose(both, proposal({ ids: [unsettled] }));
    const attempts = await Promise.all([
      refusal(take(both, 'approve', unsettled)),
      refusal(take(both, 'approve', unsettled)),
    ]);
    expect(attempts).toEqual(Array(2).fill('Who proposes a decision cannot approve or reject it.'));
    await take(both, 'withdraw', unsettled);
  });

  it('is approved once when two approvers race', async () => {
    const { unsettled } = small.deployments;
    await propose(officer, proposal({ ids: [unsettled] }));
    const results = await Promise.allSettled([
      take(approver, 'approve', unsettled),
      take(both, 'approve', unsettled),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { events } = await latest(unsettled);
    expect(events.filter(({ action }) => action === 'approve')).toHaveLength(1);
  });

  it('refuses a step on content other than what was shown', async () => {
    const { unsettled } = small.deployments;
    const { id } = await latest(unsettled);
    const step = transactAs(actingFor(officer), (transaction) =>
      insertStep(transaction, 'start', { id, contentHash: '0'.repeat(64), comment: '' }),
    );
    expect(await refusal(step)).toMatch(/not the one that was shown/);
  });

  it('expires on its day and is open again', async () => {
    const { unsettled } = small.deployments;
    await propose(
      officer,
      proposal({ ids: [unsettled] }, { outcome: 'accept', expiresOn: new Date('2099-03-01') }),
    );
    await take(approver, 'approve', unsettled);
    await register.owner.query(`select expire_decisions('2099-02-28')`);
    expect((await latest(unsettled)).state).toBe('approved');
    await register.owner.query(`select expire_decisions('2099-03-01')`);
    expect((await latest(unsettled)).state).toBe('expired');
  });
});

it('opens an acceptance again after it was done, and nothing else that was', async () => {
  const { unsettled } = small.deployments;
  for (const [outcome, state] of [
    ['accept', 'expired'],
    ['monitor', 'done'],
  ] as const) {
    const expiresOn = new Date('2099-03-01');
    await propose(officer, proposal({ ids: [unsettled] }, { outcome, expiresOn }));
    await take(approver, 'approve', unsettled);
    await take(officer, 'complete', unsettled);
    await register.owner.query(`select expire_decisions('2099-03-01')`);
    expect((await latest(unsettled)).state, outcome).toBe(state);
  }
});

describe('a proposal', () => {
  it('covers all that a filter matches and that its proposer may see', async () => {
    const { proposed } = await propose(cleared, proposal({ query: 'country=RU' }));
    expect(proposed).toBe(1);
    const refused = await refusal(propose(officer, proposal({ query: 'country=RU' })));
    expect(refused).toMatch(/already waiting/);
    const { proposed: others, leftOut } = await propose(
      officer,
      proposal({ query: 'country=RU' }, { leaveOutWaiting: true }),
    );
    expect([others, leftOut]).toEqual([2, 1]);
  });

  it('with a filter that cannot be understood proposes nothing', async () => {
    const refused = await refusal(propose(officer, proposal({ query: 'country=Atlantis' })));
    expect(refused).toMatch(/cannot be understood/);
  });

  it('is approved as a whole only while it is what was shown', async () => {
    const shown = (await waitingProposals(approver)).find(({ count }) => count === 2);
    if (!shown) throw new Error('The proposal is not there.');
    const step = (digest: string) =>
      transactAs(actingFor(approver), (transaction) =>
        insertProposalStep(transaction, 'approve', {
          proposalId: shown.proposalId,
          digest,
          comment: '',
        }),
      );
    expect(await refusal(step('0'.repeat(64)))).toMatch(/not the one that was shown/);
    expect(await step(shown.digest)).toEqual({ taken: 2 });
  });

  it('shows nothing above the clearance of who looks', async () => {
    expect(await decisionsOfDeployment(cleared, small.deployments.secret)).toEqual([]);
    await propose(officer, proposal({ ids: [small.deployments.secret] }));
    const seen = (await waitingProposals(cleared)).flatMap(({ deployments }) => deployments);
    expect(seen.map(({ classification }) => classification)).not.toContain('SECRET');
  });
});

describe('the database', () => {
  it('refuses to change or take back what was decided', async () => {
    for (const statement of [
      `update decision_event set comment = 'x'`,
      'delete from decision_event',
      'delete from decision',
      'delete from evidence',
      'truncate history_event',
    ]) {
      expect(await refusal(register.owner.query(statement))).toMatch(/append-only/);
    }
  });
});
