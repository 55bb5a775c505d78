import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { requestContexts } from '@/prisma/front/request-context';
import type { Actor } from './_server/actor';
import {
  insertSmallRegister,
  openTestRegister,
  type SmallRegister,
  type TestRegister,
} from './_server/register.fixture';
import { GET as readRegister } from './api/register/route';
import { POST as addEvidence } from './decisions/[id]/evidence/route';
import { approveDecision, withdrawDecision } from './decisions/actions';
import { decisionsOfDeployment } from './decisions/data';
import { POST as upload } from './imports/upload/route';
import { propose } from './register/actions';
import { signInAs } from './sign-in/sign-in.fixture';
import { changeUser, createUser } from './users/actions';

// Attacks on the actions and routes themselves, as somebody sends them who is signed in and does not
// use our pages. Each ends in a refusal that the history tells of, and changes nothing: every table
// is recorded, so that no event beside the refusal means no change.

let present: Actor | null = null;
vi.mock('./_server/actor', async (importOriginal) => ({
  ...(await importOriginal<typeof import('./_server/actor')>()),
  currentActor: async () => present,
}));

let register: TestRegister;
let small: SmallRegister;
let ada: Actor;
let olive: Actor;
let oscar: Actor;
let both: Actor;
let uncleared: Actor;
let steward: Actor;

beforeAll(async () => {
  register = await openTestRegister();
  small = await insertSmallRegister(register.owner);
  ada = await register.person('Ada', ['administrator'], { rank: 0 });
  olive = await register.person('Olive', ['risk_officer']);
  oscar = await register.person('Oscar', ['risk_officer']);
  both = await register.person('Both', ['risk_officer', 'approver']);
  uncleared = await register.person('Uncleared', ['approver'], { rank: 1 });
  steward = await register.person('Steward', ['data_steward']);
});
beforeEach(() => register.owner.query('delete from rate_limit'));
afterAll(() => register.close());

interface Event {
  action: string;
  actor: string;
  about: string;
}

/** What `attacker` is answered, and the events of the history that came of it. */
async function attack<Answer>(attacker: Actor, work: () => Promise<Answer>) {
  const { rows: before } = await register.owner.query('select max(seq) as seq from history_event');
  present = attacker;
  const context = { id: crypto.randomUUID(), address: '192.0.2.66', nonce: '' };
  const answer = await requestContexts().run(context, work);
  const { rows: events } = await register.owner.query<Event>(
    `select action, actor_id::text as actor, entity || ' ' || entity_id as about
     from history_event where seq > $1 order by seq`,
    [before[0].seq],
  );
  return { answer, events };
}

const refused = (attacker: Actor, about: string): Event => ({
  action: 'refused',
  actor: attacker.id,
  about,
});

const rights = {
  name: 'Olive',
  email: 'olive@example.test',
  roles: ['risk_officer', 'administrator'],
  clearance: 'DV',
  clearanceExpiresOn: '',
  allOrganisations: true,
  caveats: [],
  organisations: [],
};

describe('a role raised in the form', () => {
  it.each([
    ['by the person', () => olive, () => changeUser({ ...rights, id: olive.id })],
    [
      'by an administrator for themselves',
      () => ada,
      () => changeUser({ ...rights, email: ada.email, id: ada.id }),
    ],
    [
      'through a second account',
      () => olive,
      () => createUser({ ...rights, email: 'o2@example.test' }),
    ],
  ])('%s is refused', async (_by, attacker, work) => {
    const { answer, events } = await attack(attacker(), work);
    expect(answer).toMatchObject({ ok: false, kind: 'forbidden' });
    expect(events).toEqual([refused(attacker(), 'permission user:manage')]);
  });
});

describe("another's decision", () => {
  const proposed = async (by: Actor, deploymentId: string) => {
    present = by;
    const answer = await propose({
      selection: { ids: [deploymentId] },
      outcome: 'remove',
      advisory: '',
      basisReason: 'A cautious reading of the advice',
      rationale: 'It reads every file',
      dueOn: '2099-01-31',
      expiresOn: '',
      leaveOutWaiting: false,
    });
    if (!answer.ok) throw new Error(answer.message);
    const decision = (await decisionsOfDeployment(by, deploymentId)).at(-1);
    if (!decision) throw new Error('Nothing was proposed.');
    return { id: decision.id, contentHash: decision.contentHash, comment: '' };
  };

  it('is not approved by its id without the clearance, and answered as if it were not there', async () => {
    const step = await proposed(olive, small.deployments.secret);
    const { answer, events } = await attack(uncleared, () => approveDecision(step));
    const none = { ...step, id: '00000000-0000-4000-8000-000000000000' };
    const { answer: answerToNone } = await attack(uncleared, () => approveDecision(none));
    expect(answer).toMatchObject({ ok: false, kind: 'not_found' });
    expect(answer).toEqual(answerToNone);
    expect(events).toEqual([refused(uncleared, 'permission decision:approve')]);
  });

  it('is not withdrawn, nor approved without the role', async () => {
    const step = await proposed(olive, small.deployments.official);
    const withdrawn = await attack(oscar, () => withdrawDecision(step));
    expect(withdrawn.answer).toMatchObject({ ok: false, kind: 'forbidden' });
    const approved = await attack(oscar, () => approveDecision(step));
    expect(approved.answer).toMatchObject({ ok: false, kind: 'forbidden' });
    expect([...withdrawn.events, ...approved.events].map(({ action }) => action)).toEqual([
      'refused',
      'refused',
    ]);
  });

  it("is not one's own, from two tabs at once or one after the other", async () => {
    const step = await proposed(both, small.deployments.unsettled);
    const { answer, events } = await attack(both, () =>
      Promise.all([approveDecision(step), approveDecision(step)]),
    );
    expect(answer.map(({ ok }) => ok)).toEqual([false, false]);
    expect(events).toEqual(Array(2).fill(refused(both, 'permission decision:approve')));
    const again = await attack(both, () => approveDecision(step));
    expect(again.answer).toMatchObject({ ok: false, kind: 'forbidden' });
  });
});

/** A file that is made while it is sent, and how much of it was taken. */
function endless(piece: string, most: number) {
  const bytes = new TextEncoder().encode(piece.repeat(Math.ceil(65_536 / piece.length)));
  let taken = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (taken >= most) return controller.close();
      taken += bytes.length;
      controller.enqueue(bytes);
    },
  });
  return { body, taken: () => taken };
}

const posted = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('http://127.0.0.1/', {
    method: 'POST',
    body,
    headers: { 'x-file-name': 'bomb.csv', ...headers },
    duplex: 'half',
  } as RequestInit);

const gigabyte = 1024 ** 3;

describe('an upload', () => {
  it.each([
    ['a line of 2 GB', 'x', /line of more than 4 MB/],
    ['a header of ten million columns and more', 'a,', /line of more than 4 MB/],
    ['a quoted cell that never ends', '"', /line of more than 4 MB|quote/],
    ['an archive called CSV', 'PK\u0003\u0004\0\0', /NUL/],
  ])('of %s is refused before it is there', async (_what, piece, message) => {
    const { body, taken } = endless(piece, 2 * gigabyte - 1);
    const { answer, events } = await attack(steward, () => upload(posted(body), {}));
    expect([answer.status, (await answer.json()).message]).toEqual([
      400,
      expect.stringMatching(message),
    ]);
    expect(taken()).toBeLessThan(16 * 1024 ** 2);
    expect(events.filter(({ about }) => !about.startsWith('import_batch'))).toEqual([
      refused(steward, 'permission import:run'),
    ]);
    const { rowCount } = await register.owner.query('select from import_batch');
    expect(rowCount).toBe(0);
  });

  it.each([
    ['says that it is too large', { 'content-length': String(3 * gigabyte) }, 0],
    ['is larger than it says', {}, 3_000_000],
  ])('that %s is refused', async (_what, headers, most) => {
    process.env.UPLOAD_MEGABYTES = '1';
    const { body, taken } = endless('a,b\n', 100_000_000);
    const { answer, events } = await attack(steward, () => upload(posted(body, headers), {}));
    delete process.env.UPLOAD_MEGABYTES;
    expect(answer.status).toBe(413);
    expect(taken()).toBeLessThanOrEqual(most + 200_000);
    expect(events.at(-1)).toEqual(refused(steward, 'permission import:run'));
  });

  it.each([
    'a%0d%0aSet-Cookie:%20a=b.txt',
    '..%2f..%2fetc%2fpasswd',
    '..%5c..%5cboot.ini',
    '%',
    '',
  ])('cannot carry the file name %j into a header or a path', async (name) => {
    const context = { params: Promise.resolve({ id: crypto.randomUUID() }) };
    const { answer, events } = await attack(olive, () =>
      addEvidence(posted('evidence', { 'x-file-name': name }), context),
    );
    expect(answer.status).toBe(400);
    expect(events).toEqual([refused(olive, 'permission decision:carry_out')]);
  });
});

describe('too many requests', () => {
  const ask = () => readRegister(new Request('http://127.0.0.1/api/register'), {});

  it('of one account are refused with the time to wait, told once, and keep nobody else out', async () => {
    process.env.API_LIMIT = '3';
    const { answer, events } = await attack(olive, async () => {
      const answers: Response[] = [];
      for (let times = 0; times < 6; times++) answers.push(await ask());
      return answers;
    });
    const other = await attack(oscar, ask);
    delete process.env.API_LIMIT;
    expect(answer.map(({ status }) => status)).toEqual([200, 200, 200, 429, 429, 429]);
    const wait = Number(answer[3]?.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(events).toEqual([refused(olive, 'request too_many')]);
    expect(other.answer.status).toBe(200);
  });

  it('without a session are counted by their address', async () => {
    process.env.API_LIMIT = '1';
    const { answer } = await attack(null as unknown as Actor, () =>
      Promise.all(Array.from({ length: 12 }, ask)),
    );
    delete process.env.API_LIMIT;
    expect(answer.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(answer.filter(({ status }) => status === 429)).toHaveLength(2);
  });
});

it('takes a wrong password as long as an address that nobody has', async () => {
  const fastest = async (email: string) => {
    let best = Number.POSITIVE_INFINITY;
    for (let times = 0; times < 4; times++) {
      const begin = performance.now();
      expect((await signInAs(email, 'not the password')).status).toBe(401);
      best = Math.min(best, performance.now() - begin);
    }
    return best;
  };
  const [known, unknown] = [await fastest(olive.email), await fastest('nobody@example.test')];
  // Without the hash an answer takes a tenth of the time.
  expect(unknown).toBeGreaterThan(known / 2);
  expect(known).toBeGreaterThan(unknown / 2);
});
