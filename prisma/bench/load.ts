import { sleep } from '../process.ts';
import { Client } from './client.ts';
import { elapsed, type Figures, figuresOf, type Measure } from './figures.ts';
import { applyImport, rehearseImport, uploadFile } from './import-run.ts';
import { inventoryFile } from './inventory-file.ts';
import { watchMemory } from './memory.ts';
import { type BenchRegister, ensureAccount } from './register.ts';

const readers = 50;
const exporters = 5;
const milliseconds = 120_000;
/** As somebody looks at what a filter gave before choosing the next. */
const pauseMilliseconds = 2_000;
const importedLines = 2_000;

/**
 * Fifty people who filter, five who export everything again and again, and one import, for two
 * minutes. An answer that is an error, or a line that the import lost, fails the run.
 */
export async function measureLoad(register: BenchRegister): Promise<Measure[]> {
  const people = await signInAll(register);
  const alone = figuresOf(await filtered(people.slice(0, 1), milliseconds / 12));
  const memory = memoryByHalves(register);
  const [pages, exports] = await Promise.all([
    filtered(people, milliseconds),
    Promise.all(people.slice(0, exporters).map((person) => exported(person, milliseconds))),
    importNewVersions(register),
  ]);
  for (const person of people) person.close();
  const page = figuresOf(pages);
  return [
    {
      name: `load: page for ${readers} people`,
      unit: 'ms',
      figures: page,
      limits: [{ name: 'alone', figures: alone }],
      target: { words: 'p95 in p95s alone', found: page.p95 / alone.p95, most: 5 },
    },
    {
      ...{ name: `load: whole export for ${exporters} people`, unit: 'ms' },
      ...{ figures: figuresOf(exports.flat()), limits: [] },
    },
    ...memoryMeasures(await memory),
  ];
}

async function signInAll({ owner, baseUrl, password }: BenchRegister): Promise<Client[]> {
  const people: Client[] = [];
  for (let number = 1; number <= readers; number += 1) {
    const email = `reader-${number}@example.test`;
    await ensureAccount(owner, email, password);
    people.push(await Client.signedIn(baseUrl, email, password));
  }
  return people;
}

const filters = [
  '?country=RU&classification.min=SECRET',
  '?country=CN&status=in_use&category=network',
  '?country=none',
  '?classification=TOP+SECRET&sort=-due',
  '?category=antivirus&country=DE&country=FR',
] as const;

/** Milliseconds of each page until the time is over. */
async function filtered(people: readonly Client[], duration: number): Promise<number[]> {
  const until = performance.now() + duration;
  const times = people.map(async (person, number) => {
    const own: number[] = [];
    for (let turn = number; performance.now() < until; turn += 1) {
      const filter = filters[turn % filters.length];
      own.push(await elapsed(() => person.text(`/api/register${filter}`)));
      await sleep(pauseMilliseconds);
    }
    return own;
  });
  return (await Promise.all(times)).flat();
}

/** Milliseconds of each whole file until the time is over, the last one to its end. */
async function exported(person: Client, duration: number): Promise<number[]> {
  const until = performance.now() + duration;
  const own: number[] = [];
  while (performance.now() < until) {
    own.push(
      await elapsed(async () => {
        const answer = await person.send('/register/export.csv');
        if (answer.statusCode !== 200) throw new Error(`An export answers ${answer.statusCode}.`);
        for await (const _ of answer);
      }),
    );
  }
  return own;
}

/** A new version of many deployments, of which every line has to be there afterwards. */
async function importNewVersions({ client, owner, estate }: BenchRegister): Promise<void> {
  const count = async () =>
    (await owner.query<{ total: number }>('select count(*)::integer as total from deployment'))
      .rows[0]?.total ?? 0;
  const before = await count();
  const mark = Date.now();
  const file = inventoryFile(estate, {
    lines: importedLines,
    change: (line) => ({ ...line, version: `${line.version}+${mark}` }),
  });
  const id = await uploadFile(client, 'versions.csv', file);
  await rehearseImport(client, owner, id);
  await applyImport(client, id);
  const written = (await count()) - before;
  if (written !== importedLines) throw new Error(`Of ${importedLines} lines ${written} are there.`);
}

/** The most memory of the web server in each half of the time, in MB. */
async function memoryByHalves({ processes }: BenchRegister): Promise<Figures[]> {
  const halves: Figures[] = [];
  for (let half = 0; half < 2; half += 1) {
    const stop = watchMemory(processes);
    await sleep(milliseconds / 2);
    const { web } = stop();
    if (web !== undefined) halves.push(figuresOf([web]));
  }
  return halves;
}

function memoryMeasures([first, second]: readonly Figures[]): Measure[] {
  if (!first || !second) return [];
  return [
    {
      ...{ name: 'load: memory of the web server, second half', unit: 'MB', figures: second },
      limits: [{ name: 'first half', figures: first }],
      target: { words: 'in first halves', found: second.max / first.max, most: 1.2 },
    },
  ];
}
