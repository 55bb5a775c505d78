import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSourceFiles, type SourceFile } from './source-files.fixture';

const files = readSourceFiles();
const byPath = new Map(files.map((file) => [file.path, file]));
/** Tests may look wherever they like. */
const shipped = files.filter(({ path }) => !/\.(test|fixture)\.tsx?$/.test(path));

/** Features that are put together from parts of another one, and which. */
const composed: Record<string, readonly string[]> = {
  account: ['sign-in', 'users'],
  products: ['suppliers'],
  register: ['advisories', 'decisions'],
  users: ['sign-in'],
};

/** What a feature offers to the others: the files that every feature has, and its `shared`. */
const offered = /\/shared\/|\/(data|table|schema|actions)\.ts$/;

/** `_domain`, `_lib`, `_server`, `components`, `prisma`, `e2e`, `root`, or `feature:<name>`. */
function areaOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  if (top !== 'app') return top;
  if (second.startsWith('_')) return second;
  return path.split('/').length === 2 ? 'root' : `feature:${second}`;
}

/** What each area may import besides itself and packages; of `feature:*` data.ts is stricter. */
const mayImport: Record<string, readonly string[]> = {
  _domain: [],
  _lib: [],
  components: ['_lib'],
  // The sample is keyed, and a history checked, by the same rules as what people enter and export.
  prisma: ['_domain', '_lib'],
  _server: ['_domain', '_lib', 'prisma'],
  // Parts of the interface that know the register's words and are used by several features.
  _parts: ['_domain', '_lib', 'components'],
  root: ['_domain', '_lib', '_parts', '_server', 'components', 'feature:*'],
  'feature:*': ['_domain', '_lib', '_parts', '_server', 'components'],
  // A person's authenticator app reckons as the register does.
  e2e: ['_domain', 'prisma'],
};

function isAllowed(from: string, to: string): boolean {
  const area = areaOf(from);
  const target = areaOf(to);
  if (area === target) return true;
  // The sample adopts advisories from the same library as people do; it is data and nothing else.
  if (area === 'prisma' && /^app\/advisories\/library\/entr(y|ies)\.ts$/.test(to)) return true;
  if (composed[area.slice(8)]?.includes(target.slice(8))) return true;
  if (basename(from) === 'data.ts') return isAllowedForData(to);
  if (area.startsWith('feature:') && target.startsWith('feature:')) return offered.test(to);
  const [group, targetGroup] = [area, target].map((name) => name.replace(/:.*/, ':*'));
  return mayImport[group ?? '']?.includes(targetGroup ?? '') ?? false;
}

/** Another feature's data.ts and table.ts, or what it shares; never a part of the interface. */
function isAllowedForData(to: string): boolean {
  if (areaOf(to).startsWith('feature:')) return offered.test(to) && !/\/actions\.ts$|x$/.test(to);
  return ['_domain', '_lib', '_server', 'prisma'].includes(areaOf(to));
}

/** `importer → imported` for every import between shipped files that `isWrong`. */
function wrongImports(isWrong: (file: SourceFile, to: string) => boolean): string[] {
  return shipped.flatMap((file) =>
    file.imports.flatMap(({ from, kind }) =>
      kind === 'file' && isWrong(file, from) ? [`${file.path} → ${from}`] : [],
    ),
  );
}

function filesThat(isWrong: (file: SourceFile) => boolean): string[] {
  return shipped.filter(isWrong).map(({ path }) => path);
}

describe('who imports whom', () => {
  it('sees the files it judges', () => {
    expect(byPath.has('app/_domain/origin.ts')).toBe(true);
    expect(byPath.get('app/_server/database.ts')?.imports).toContainEqual({
      from: 'prisma/client.ts',
      kind: 'file',
    });
  });

  it('follows the layers of the design', () => {
    expect(wrongImports((file, to) => !isAllowed(file.path, to))).toEqual([]);
  });

  it('resolves every import between our own files', () => {
    expect(
      wrongImports((_, to) => /\.tsx?$/.test(to) && !byPath.has(to) && !to.includes('/generated/')),
    ).toEqual([]);
  });

  it('runs in no circle', () => {
    expect(circles()).toEqual([]);
  });

  it('keeps the rules pure: no input or output in _domain and _lib', () => {
    const impure = /^(node:(?!crypto$)|pg\b|@prisma\/|next\b|better-auth)/;
    expect(
      filesThat(
        ({ path, imports }) =>
          ['_domain', '_lib'].includes(areaOf(path)) &&
          imports.some(({ from, kind }) => kind === 'package' && impure.test(from)),
      ),
    ).toEqual([]);
  });

  it('lets only data.ts and _server reach the database', () => {
    const isDatabase = (from: string) =>
      /^(pg|pg-boss|pg-copy-streams|@prisma\/.*)$|^prisma\/|^app\/_server\/database\.ts$/.test(
        from,
      );
    expect(
      filesThat(
        ({ path, imports }) =>
          !['_server', 'prisma', 'e2e'].includes(areaOf(path)) &&
          basename(path) !== 'data.ts' &&
          // It answers whether the database does, to a caller without a session.
          path !== 'app/api/health/route.ts' &&
          imports.some(({ from }) => isDatabase(from)),
      ),
    ).toEqual([]);
  });

  it('sends nothing of the server to the browser', () => {
    const isServerOnly = (path: string) =>
      ['_server', 'prisma'].includes(areaOf(path)) || basename(path) === 'data.ts';
    const leaks = shipped
      .filter(({ directive }) => directive === 'use client')
      .flatMap((file) => {
        const found = reachableInBrowser(file.path).find(isServerOnly);
        return found ? [`${file.path} → … → ${found}`] : [];
      });
    expect(leaks).toEqual([]);
  });
});

describe('files', () => {
  it('are no barrels', () => {
    expect(
      filesThat(({ path, isBarrel }) => isBarrel || /^index\.tsx?$/.test(basename(path))),
    ).toEqual([]);
  });

  it('are named for what they hold', () => {
    const vague = /(^|\/)(utils?|helpers?|common|misc|stuff)(\/|\.tsx?$)/;
    expect(filesThat(({ path }) => vague.test(path))).toEqual([]);
    expect(filesThat(({ path }) => !/^[a-z0-9.-]+$/.test(basename(path)))).toEqual([]);
  });

  it('hold server actions only where they are called actions.ts', () => {
    expect(
      filesThat(
        ({ path, directive }) =>
          areaOf(path) !== '_server' &&
          (directive === 'use server') !== (basename(path) === 'actions.ts'),
      ),
    ).toEqual([]);
  });

  it('describe tables and inputs without markup or database', () => {
    expect(
      filesThat(
        ({ path, imports }) =>
          ['table.ts', 'schema.ts'].includes(basename(path)) &&
          imports.some(({ from }) => from === 'react' || areaOf(from) === '_server'),
      ),
    ).toEqual([]);
    expect(filesThat(({ path }) => /(^|\/)(table|schema|data|actions)\.tsx$/.test(path))).toEqual(
      [],
    );
  });

  it('export a default only where a tool asks for it', () => {
    const asked =
      /(^|\/)(page|layout|template|loading|error|not-found|forbidden|global-error)\.tsx$|\.config\.ts$|^prisma\/testing-server\.ts$/;
    expect(
      filesThat(({ path, hasDefaultExport }) => hasDefaultExport && !asked.test(path)),
    ).toEqual([]);
  });
});

describe('pages', () => {
  // Before anybody is signed in there is nothing to mark; the home page only leads on.
  const unmarked = /^app\/(sign-in\/|page\.tsx$)/;

  it('each carry the marking of what they hold', () => {
    const marking = ['app/_server/page-marking.ts', 'components/page-marking.tsx'];
    expect(
      filesThat(
        ({ path, imports }) =>
          basename(path) === 'page.tsx' &&
          !unmarked.test(path) &&
          marking.some((part) => !imports.some(({ from }) => from === part)),
      ),
    ).toEqual([]);
  });
});

describe('package-lock.json', () => {
  type Entry = { resolved?: string; optionalDependencies?: Record<string, string> };
  const path = join(dirname(import.meta.dirname), 'package-lock.json');
  const { packages } = JSON.parse(readFileSync(path, 'utf8')) as {
    packages: Record<string, Entry>;
  };

  it('names no host, so that any mirror serves', () => {
    expect(Object.keys(packages).filter((name) => packages[name]?.resolved)).toEqual([]);
  });

  // A registry without them leaves them out of the file, and "npm ci" then refuses it.
  it('knows the packages of every platform', () => {
    const missing = Object.entries(packages).flatMap(([at, entry]) =>
      Object.keys(entry.optionalDependencies ?? {}).filter(
        (name) => !packages[`${at}/node_modules/${name}`] && !packages[`node_modules/${name}`],
      ),
    );
    expect(missing).toEqual([]);
  });
});

/** Files that the browser loads with `start`; an action is only called from there, not sent. */
function reachableInBrowser(start: string): string[] {
  const seen = new Set([start]);
  for (const path of seen) {
    const file = byPath.get(path);
    if (!file || file.directive === 'use server') continue;
    for (const { from, kind } of file.imports) if (kind === 'file') seen.add(from);
  }
  return [...seen].filter((path) => path !== start && byPath.get(path)?.directive !== 'use server');
}

/** Each circle of imports once, written from where the search met it. */
function circles(): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    for (const { from } of byPath.get(path)?.imports ?? []) {
      if (byPath.has(from)) visit(from, [...trail, path]);
    }
    done.add(path);
  };
  for (const { path } of shipped) visit(path, []);
  return found;
}
