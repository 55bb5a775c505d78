import { to as copyTo } from 'pg-copy-streams';
import { figuresOf, type Measure } from './figures.ts';
import { type Peak, watchMemory } from './memory.ts';
import type { BenchRegister } from './register.ts';

const flatRows = (condition: string) => `copy (
  select deployment_id, supplier, country_of_origin, origin_facet, product, product_category, version, organisation, system,
    classification, marking, installations, exposure, advisories, decision, decision_basis, decision_state, proposed_by,
    approved_by, decided_at, due_on, expires_on, owner, valid_from, origin_source, classification_label, purposes, status,
    rationale, advised_action, advised_due_on, needs_decision
  from register_entry where valid_to = 'infinity' ${condition}) to stdout with (format csv, header true)`;

const files = [
  { name: 'whole register', query: '', condition: '' },
  { name: 'one country', query: '?country=RU', condition: `and country_of_origin = 'RU'` },
] as const;

type Run = { total: number; first: number; peak: Peak };

/** The CSV against COPY of the same flat rows to nowhere. */
export async function measureExports(register: BenchRegister, rounds = 7): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const { name, query, condition } of files) {
    const copies: number[] = [];
    const runs: Run[] = [];
    for (let round = 0; round < rounds; round += 1) {
      copies.push((await copied(register, flatRows(condition))).total);
      runs.push(await exported(register, `/register/export.csv${query}`));
    }
    measures.push(...measuresOf(name, runs, copies));
  }
  return measures;
}

function measuresOf(name: string, runs: readonly Run[], copies: readonly number[]): Measure[] {
  const total = figuresOf(runs.map((run) => run.total));
  const copy = figuresOf(copies);
  const first = figuresOf(runs.map((run) => run.first));
  const web = runs.flatMap(({ peak }) => peak.web ?? []);
  const database = runs.flatMap(({ peak }) => peak.database ?? []);
  const measures: Measure[] = [
    {
      name: `export: ${name}`,
      unit: 'ms',
      figures: total,
      limits: [{ name: 'COPY to nowhere', figures: copy }],
      target: { words: 'in COPYs', found: total.median / copy.median, most: 1.5 },
    },
    {
      name: `export: ${name}, first byte`,
      unit: 'ms',
      figures: first,
      limits: [],
      target: { words: 'median in ms', found: first.median, most: 200 },
    },
  ];
  if (web.length > 0) {
    const figures = figuresOf(web);
    measures.push({
      name: `export: ${name}, memory of the web server`,
      unit: 'MB',
      figures,
      limits: [],
      target: { words: 'most in MB', found: figures.max, most: 300 },
    });
  }
  if (database.length > 0) {
    measures.push({
      name: `export: ${name}, memory of a database backend`,
      unit: 'MB',
      figures: figuresOf(database),
      limits: [],
    });
  }
  return measures;
}

async function exported({ client, processes }: BenchRegister, path: string): Promise<Run> {
  const stop = watchMemory(processes);
  const begin = performance.now();
  const answer = await client.send(path);
  if (answer.statusCode !== 200) throw new Error(`The export answers ${answer.statusCode}.`);
  const first = await drained(answer, begin);
  return { total: performance.now() - begin, first, peak: stop() };
}

async function copied({ owner }: BenchRegister, statement: string): Promise<{ total: number }> {
  const begin = performance.now();
  await drained(owner.query(copyTo(statement)), begin);
  return { total: performance.now() - begin };
}

/** Reads a stream to its end; gives the milliseconds from `begin` to its first byte. */
async function drained(stream: AsyncIterable<unknown>, begin: number): Promise<number> {
  let first: number | undefined;
  for await (const _ of stream) first ??= performance.now() - begin;
  return first ?? Number.NaN;
}
