import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { can, type Permission, type Role, roles } from '@/app/_domain/permission';
import type { Actor } from './actor';
import { openTestRegister, type TestRegister } from './register.fixture';

// Every action and every route handler of the application, found by their file names, is tried as
// every role and as nobody. A new one is covered by being there.

let present: Actor | null = null;
vi.mock('./actor', async (importOriginal) => ({
  ...(await importOriginal<typeof import('./actor')>()),
  currentActor: async () => present,
}));

type Guarded<Result> = ((...parameters: unknown[]) => Promise<Result>) & {
  permission?: Permission;
};
type Answer = { ok: boolean; kind?: string };

const actionFiles = import.meta.glob<Record<string, Guarded<Answer>>>('/app/**/actions.ts', {
  eager: true,
});
const routeFiles = import.meta.glob<Record<string, Guarded<Response>>>(
  ['/app/**/route.ts', '!/app/_server/**'],
  { eager: true },
);

/** Open to nobody in particular, each for a reason that its own file gives. */
const openFiles = [
  '/app/sign-in/actions.ts',
  '/app/sign-in/second-factor/actions.ts',
  '/app/api/health/route.ts',
  '/app/api/auth/[...all]/route.ts',
  '/app/api/refused/route.ts',
];

const named = <Result>(files: Record<string, Record<string, Guarded<Result>>>) =>
  Object.entries(files)
    .filter(([file]) => !openFiles.includes(file))
    .flatMap(([file, exported]) =>
      Object.entries(exported).map(([name, call]) => ({ file, name, call })),
    );

const everyone: readonly (Role | 'nobody')[] = [...roles, 'nobody'];
const actors = new Map<Role | 'nobody', Actor | null>([['nobody', null]]);
let register: TestRegister;

beforeAll(async () => {
  register = await openTestRegister();
  for (const role of roles) actors.set(role, await register.person(role, [role]));
});

afterAll(() => register.close());

const holds = (who: Role | 'nobody', permission: Permission) =>
  who !== 'nobody' && can([who], permission);

describe.each(named(actionFiles))('$file $name', ({ call }) => {
  it.each(everyone)('answers %s as the permission table says', async (who) => {
    present = actors.get(who) ?? null;
    if (!call.permission) throw new Error('The action has no permission: make it with action(…).');
    const answer = await call({});
    expect(answer.ok).toBe(false);
    expect(answer.kind === 'forbidden').toBe(!holds(who, call.permission));
  });
});

describe.each(named(routeFiles))('$file $name', ({ name, call }) => {
  it.each(everyone)('answers %s as the permission table says', async (who) => {
    present = actors.get(who) ?? null;
    if (!call.permission) throw new Error('The route has no permission: make it with route(…).');
    const request = new Request('http://127.0.0.1/', { method: name });
    const params = Promise.resolve({ id: '00000000-0000-4000-8000-000000000000' });
    const { status, body } = await call(request, { params });
    await body?.cancel();
    if (holds(who, call.permission)) expect([401, 403]).not.toContain(status);
    else expect(status).toBe(who === 'nobody' ? 401 : 403);
  });
});

it('finds the actions and routes that there are', () => {
  expect(named(actionFiles).length).toBeGreaterThan(10);
  expect(named(routeFiles).length).toBeGreaterThan(3);
});
