import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultQuery, parseTableQuery } from '@/app/_lib/table-query';
import type { Actor } from '@/app/_server/actor';
import { actingFor, transactAs } from '@/app/_server/database';
import {
  insertSmallRegister,
  openTestRegister,
  type SmallRegister,
  type TestRegister,
} from '@/app/_server/register.fixture';
import { insertAdvisory, setStatus, twoRules } from '@/app/advisories/return/return.fixture';
import { decisionsOfDeployment, insertStep } from '@/app/decisions/data';
import { insertProposal } from '@/app/register/data';
import type { ProposalInput } from '@/app/register/schema';
import { overReachPage, overReachTotals } from './data';
import { overReachTable } from './table';

let register: TestRegister;
let small: SmallRegister;
let officer: Actor;
let approver: Actor;
let official: Actor;
let advisory: string;

beforeAll(async () => {
  register = await openTestRegister();
  small = await insertSmallRegister(register.owner);
  officer = await register.person('Officer', ['risk_officer']);
  approver = await register.person('Approver', ['approver']);
  official = await register.person('Official', ['risk_officer'], { rank: 1 });
  advisory = await insertAdvisory(register.owner, 'AV', twoRules);
  await register.owner.query('update deployment set installations = 40 where id = $1', [
    small.deployments.official,
  ]);
});

afterAll(() => register.close());

async function propose(deployment: string, outcome: ProposalInput['outcome']) {
  const input: ProposalInput = {
    selection: { ids: [deployment] },
    outcome,
    advisory: '',
    basisReason: 'A cautious reading',
    rationale: 'It reads every file',
    dueOn: new Date('2099-01-31'),
    expiresOn: null,
    leaveOutWaiting: false,
  };
  await transactAs(actingFor(officer), (transaction) => insertProposal(transaction, input));
}

async function take(step: 'approve' | 'reject', deployment: string) {
  const decision = (await decisionsOfDeployment(officer, deployment)).at(-1);
  if (!decision) throw new Error('There is no decision.');
  const { id, contentHash } = decision;
  await transactAs(actingFor(approver), (transaction) =>
    insertStep(transaction, step, { id, contentHash, comment: 'Because' }),
  );
}

async function listed(actor: Actor = officer, address = '') {
  const parsed = parseTableQuery(overReachTable, new URLSearchParams(address));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { rows, total } = await overReachPage(actor, parsed.query);
  expect(total).toBe(rows.length);
  return rows;
}

const systems = async (actor?: Actor, address?: string) =>
  (await listed(actor, address)).map(({ system, state }) => `${system}: ${state}`).sort();

it('lists removals that nothing asks for, from their proposal until they are turned down', async () => {
  expect(await systems()).toEqual([]);
  for (const deployment of Object.values(small.deployments)) await propose(deployment, 'remove');
  expect(await systems()).toEqual([
    'Chart room: proposed',
    'Liaison: proposed',
    'Post room: proposed',
  ]);
  await take('approve', small.deployments.official);
  await take('approve', small.deployments.secret);
  await take('reject', small.deployments.unsettled);
  expect(await systems()).toEqual(['Chart room: approved', 'Post room: approved']);
  expect(await listed(officer, 'q=Post+room')).toMatchObject([
    {
      basis_reason: 'A cautious reading',
      proposed_by: 'Officer',
      approved_by: 'Approver',
      installations: 40,
      exposure: 'none',
    },
  ]);
});

it('counts deployments and their installations, and those without a number', async () => {
  expect(await overReachTotals(officer)).toEqual({
    deployments: 2,
    installations: 40,
    uncounted: 1,
  });
  expect(await overReachTotals(official)).toEqual({
    deployments: 1,
    installations: 40,
    uncounted: 0,
  });
});

it('leaves out what an active advisory asks for, and no other', async () => {
  await setStatus(register.owner, advisory, 'active');
  expect(await systems()).toEqual(['Post room: approved']);
  await propose(small.deployments.unsettled, 'replace');
  expect(await systems(officer, 'exposure=cannot_tell')).toEqual(['Liaison: proposed']);
  await take('reject', small.deployments.unsettled);
});

it('lists what is no longer asked for, from the moment on when it was not', async () => {
  const { rows } = await register.owner.query(`select now() as before`);
  await setStatus(register.owner, advisory, 'withdrawn');
  const chart = (await listed()).find(({ system }) => system === 'Chart room');
  expect(chart?.since && new Date(chart.since) >= rows[0].before).toBe(true);
  const post = (await listed()).find(({ system }) => system === 'Post room');
  expect(post?.since && new Date(post.since) < rows[0].before).toBe(true);
});

it('shows nothing above the clearance of who looks', async () => {
  expect(await systems(official)).toEqual(['Post room: approved']);
});

it('lists no other outcome', async () => {
  await propose(small.deployments.official, 'isolate');
  await take('approve', small.deployments.official);
  expect(await systems()).toEqual(['Chart room: approved']);
  expect((await overReachPage(officer, defaultQuery(overReachTable))).facets.decision).toEqual([
    { value: 'remove', count: 1 },
  ]);
});
