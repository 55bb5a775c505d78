import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseAst } from 'vitest/node';

/** What one source file imports and exports; paths are relative to the project, with `/`. */
export type SourceFile = {
  path: string;
  /** 'use client' or 'use server', where the file begins with one. */
  directive: string | undefined;
  /** Values only: what is imported as a type is gone when the program runs. */
  imports: { from: string; kind: 'file' | 'package' }[];
  hasDefaultExport: boolean;
  /** True when it does nothing but pass on what other files export. */
  isBarrel: boolean;
};

const root = dirname(import.meta.dirname);

/** Every TypeScript file of the project, generated ones excepted. */
export function readSourceFiles(): SourceFile[] {
  return ['app', 'components', 'prisma', 'e2e']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
        join(folder, path),
      ),
    )
    .filter((path) => /\.tsx?$/.test(path) && !/^(prisma\/generated|e2e\/results)\//.test(path))
    .sort()
    .map(readSourceFile);
}

type Node = { type: string; [key: string]: unknown };

function readSourceFile(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const { body } = parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' });
  const statements = body as unknown as Node[];
  const passedOn = statements.filter((node) => /^Export(All|Named)/.test(node.type) && node.source);
  const imported = statements.filter((node) => node.type === 'ImportDeclaration');
  return {
    path,
    directive: statements[0]?.directive as string | undefined,
    imports: importedNames(statements).map((name) => resolveImport(path, name)),
    hasDefaultExport: statements.some((node) => node.type === 'ExportDefaultDeclaration'),
    isBarrel: passedOn.length > 0 && passedOn.length + imported.length === statements.length,
  };
}

/** The names in `import … from`, `export … from` and `import()` that load something. */
function importedNames(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(importedNames);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Node;
  const literal = (node.source as { value?: unknown } | undefined)?.value;
  const own = typeof literal === 'string' && loads(node) ? [literal] : [];
  return [...own, ...Object.values(node).flatMap(importedNames)];
}

function loads(node: Node): boolean {
  if (node.importKind === 'type' || node.exportKind === 'type') return false;
  const specifiers = (node.specifiers ?? []) as { importKind?: string; exportKind?: string }[];
  const types = specifiers.filter((one) => one.importKind === 'type' || one.exportKind === 'type');
  return specifiers.length === 0 || types.length < specifiers.length;
}

function resolveImport(importer: string, name: string): SourceFile['imports'][number] {
  const isFile = name.startsWith('.') || name.startsWith('@/');
  if (!isFile) return { from: name, kind: 'package' };
  const path = name.startsWith('@/') ? name.slice(2) : normalize(join(dirname(importer), name));
  const found = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'].find(
    (extension) => /\.\w+$/.test(path + extension) && existsSync(join(root, path + extension)),
  );
  return { from: path + (found ?? ''), kind: 'file' };
}
