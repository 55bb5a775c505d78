import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../launch/tools.ts';

type Manifest = { node: Record<string, { filename: string; exportedName: string }> };

let ids: Map<string, string> | undefined;

/** The id under which the production build answers a server action. */
export function serverActionId(file: string, name: string): string {
  ids ??= readIds();
  const id = ids.get(`${file}#${name}`);
  if (!id) throw new Error(`The build has no server action ${name} in ${file}.`);
  return id;
}

function readIds(): Map<string, string> {
  const path = join(root, '.next', 'server', 'server-reference-manifest.json');
  const { node }: Manifest = JSON.parse(readFileSync(path, 'utf8'));
  return new Map(
    Object.entries(node).map(([id, { filename, exportedName }]) => [
      `${filename}#${exportedName}`,
      id,
    ]),
  );
}

/** What the action returned, in the answer that React would read: line 0 names the line that holds it. */
export function returnedValue(answer: string): unknown {
  const lines = new Map(
    answer.split('\n').flatMap((line) => {
      const at = line.indexOf(':');
      return at < 0 ? [] : [[line.slice(0, at), line.slice(at + 1)] as const];
    }),
  );
  const { a: reference } = JSON.parse(lines.get('0') ?? '{}') as { a?: string };
  const value = lines.get(reference?.replace('$@', '') ?? '');
  if (value === undefined)
    throw new Error(`This is not an action's answer: ${answer.slice(0, 300)}`);
  return JSON.parse(value);
}
