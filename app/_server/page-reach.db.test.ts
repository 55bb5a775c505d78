import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { TableDefinition } from '@/app/_lib/table-definition';
import { defaultQuery } from '@/app/_lib/table-query';
import { registerPage } from '@/app/register/data';
import { registerTable } from '@/app/register/table';
import { type Actor, actorOfJob } from './actor';
import {
  type CompartmentRegister,
  giveRoles,
  openCompartmentRegister,
  type Person,
  sees,
} from './compartments.fixture';
import { readTablePage } from './table-page';

/*
 * What pages, files and actions tell of systems that their reader may not see, which have words of their own:
 * every table's page with its counts, every file, every action, found by their file names.
 */

let present: Actor | null = null;
vi.mock('./actor', async (importOriginal) => ({
  ...(await importOriginal<typeof import('./actor')>()),
  currentActor: async () => present,
  halfSignedIn: async () => null,
}));

type Call<Result> = (...parameters: unknown[]) => Promise<Result>;

const tableFiles = import.meta.glob<Record<string, unknown>>('/app/**/table.ts', { eager: true });
const routeFiles = import.meta.glob<Record<string, Call<Response>>>(
  ['/app/**/route.ts', '!/app/_server/**', '!/app/api/auth/**'],
  { eager: true },
);
const actionFiles = import.meta.glob<Record<string, Call<unknown>>>('/app/**/actions.ts', {
  eager: true,
});

const tables = Object.values(tableFiles)
  .flatMap((exported) => Object.values(exported))
  .filter(
    (value): value is TableDefinition =>
      typeof value === 'object' && value !== null && 'columns' in value && 'source' in value,
  );

let register: CompartmentRegister;
/** People who each lack one thing of what it takes to see all; with every role. */
const readers = new Map<string, { person: Person; actor: Actor }>();
const kinds: Record<string, Partial<Person>> = {
  'somebody with SC': { clearance: 'SC' },
  'somebody of one organisation': { scope: 'North' },
  'somebody without the caveat': { holdsCaveat: false },
  'somebody outside the group': { inGroup: false },
  'somebody whose clearance has expired': { isExpired: true },
};
const all: Partial<Person> = {
  clearance: 'DV',
  scope: 'all',
  holdsCaveat: true,
  inGroup: true,
  isExpired: false,
  isDisabled: false,
};

beforeAll(async () => {
  register = await openCompartmentRegister();
  for (const [name, lacks] of Object.entries(kinds)) {
    const wanted = Object.entries({ ...all, ...lacks });
    const person = register.people.find((one) =>
      wanted.every(([key, value]) => one[key as keyof Person] === value),
    ) as Person;
    await giveRoles(register, person, [
      'administrator',
      'data_steward',
      'risk_officer',
      'approver',
      'auditor',
    ]);
    readers.set(name, { person, actor: (await actorOfJob(person.id)) as Actor });
  }
});

afterAll(() => register.close());

const reader = (name: string) => readers.get(name) as { person: Person; actor: Actor };

/** Names and ids of systems that the person may not see, as they stand in the text. */
function told(text: string, person: Person): string[] {
  const words = text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|Place\d+x|Bulk \d+|Risen/g);
  const unseen = new Set(
    register.hidden
      .filter(({ place }) => !sees(person, place))
      .flatMap(({ ids, word }) => [...ids, word]),
  );
  return [...new Set(words ?? [])].filter((word) => unseen.has(word));
}

describe.each(Object.keys(kinds))('%s', (name) => {
  it('sees the deployments of the systems that they may see, and a total of just these', async () => {
    const { person, actor } = reader(name);
    const seen = register.hidden.filter(({ ids, place }) => ids.length > 1 && sees(person, place));
    const page = await registerPage(actor, { ...defaultQuery(registerTable) });
    expect(page.total).toBe(2 * seen.length);
    const counts = Object.values(page.facets).flatMap((values) => values.map(({ count }) => count));
    expect(Math.max(0, ...counts)).toBeLessThanOrEqual(page.total);
  });

  it('is told of no other system by any table', async () => {
    const { person, actor } = reader(name);
    for (const table of tables) {
      const page = await readTablePage(actor, table, { ...defaultQuery(table) });
      expect(told(JSON.stringify(page), person), table.name).toEqual([]);
    }
  });

  it('is told of no other system by any file or answer', async () => {
    const { person, actor } = reader(name);
    present = actor;
    const unseen = register.hidden.find(({ place }) => !sees(person, place));
    for (const [file, { GET }] of Object.entries(routeFiles)) {
      if (!GET) continue;
      for (const id of unseen?.ids ?? []) {
        const response = await GET(new Request('http://127.0.0.1/'), {
          params: Promise.resolve({ id }),
        });
        expect(
          told(await response.text(), person).filter((one) => one !== id),
          file,
        ).toEqual([]);
        if (!file.includes('[id]')) break;
      }
    }
  });

  it('is answered by every action as if there were none', async () => {
    const { person, actor } = reader(name);
    present = actor;
    // A place of the reader's own organisation, so that only the system is unseen.
    const unseen =
      register.hidden.find(
        ({ ids, place }) => ids.length > 1 && place.office === 'North' && !sees(person, place),
      ) ?? register.hidden.find(({ ids, place }) => ids.length > 1 && !sees(person, place));
    for (const [file, actions] of Object.entries(actionFiles)) {
      if (file === '/app/sign-in/actions.ts') continue;
      for (const [action, call] of Object.entries(actions)) {
        const asked = await call(inputOf(file, unseen?.ids ?? [], unseen?.word ?? ''));
        const alike = await call(inputOf(file, [], 'Placeless'));
        expect(withoutIds(asked), `${file} ${action}`).toBe(withoutIds(alike));
      }
    }
  });
});

const identifiers = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

function withoutIds(answer: unknown): string {
  return JSON.stringify(answer).replaceAll(identifiers, 'id');
}

/** What the actions ask for, all at once: each takes what it knows. */
function inputOf(file: string, ids: readonly string[], text: string): Record<string, unknown> {
  const nowhere = '00000000-0000-4000-8000-000000000000';
  const [system = nowhere, deployment = nowhere, , decision = nowhere] = ids;
  const folder = file.split('/')[2] ?? '';
  return {
    id: { systems: system, deployments: deployment, decisions: decision }[folder] ?? system,
    text,
    systemId: system,
    deploymentId: deployment,
    decisionId: decision,
    productId: register.productId,
    ids: [deployment],
    selection: { ids: [deployment] },
    organisationId: register.officeIds.North,
    advisoryId: nowhere,
    // A new one each time, since what the first of two calls adds is there for the second.
    name: randomUUID(),
    version: '',
    installations: '',
    status: 'in_use',
    owner: '',
    notes: '',
    classification: 'OFFICIAL',
    classificationLabel: '',
    markings: [],
    purposes: [],
    groupIds: [],
    reason: 'Because',
    comment: 'Because',
    advisory: '',
    contentHash: 'a'.repeat(64),
    url: 'https://example.test/',
    outcome: 'monitor',
    basis: 'advised',
    basisReason: '',
    rationale: 'Because',
    dueOn: '',
    expiresOn: '',
    leaveOutWaiting: false,
    granted: false,
  };
}
