import { encodePagingKey } from '../../app/_lib/paging-key.ts';
import type { Client } from './client.ts';
import { elapsed, inTurns, type Measure, repeated, type Work } from './figures.ts';
import { madeUpWord } from './made-up.ts';
import type { BenchRegister } from './register.ts';

const current = `from register_entry where valid_to = 'infinity'`;
const bareColumns =
  'deployment_id, supplier, country_of_origin, product, system, classification, exposure, decision, due_on, organisation';
const barePage = `select ${bareColumns} ${current} order by supplier, product, deployment_id limit 50`;
const bareCount = `select count(*) ${current}`;
const bareFacets = `select country_of_origin, classification, exposure, product_category, decision, decision_state, status, organisation, count(*)
  ${current} group by grouping sets ((country_of_origin), (classification), (exposure), (product_category), (decision),
  (decision_state), (status), (organisation))`;

/** Longest that one round of one measure takes, in milliseconds; a slow page is asked for less often. */
const longestRound = 3_000;

/** The register's page as JSON: 50 rows, total, all facets and the next key. */
export async function measurePages(register: BenchRegister): Promise<Measure[]> {
  const { owner, client } = register;
  const pages = await addresses(register);
  const names = Object.keys(pages) as (keyof typeof pages)[];
  const crowds = [8, 32] as const;
  const works: Record<string, Work> = {
    bare: repeated(5, () => owner.query(barePage)),
    whole: repeated(1, async () => {
      await owner.query(barePage);
      await owner.query(bareCount);
      await owner.query(bareFacets);
    }),
  };
  for (const name of names) works[name] = () => asked(client, pages[name], 1, 5);
  for (const crowd of crowds) {
    for (const name of ['first page', 'three filters'] as const) {
      works[`${name}, ${crowd} at once`] = () => asked(client, pages[name], crowd, crowd * 2);
    }
  }
  const found = await inTurns(works);
  const { bare, whole, ...asPages } = found;
  if (!bare || !whole) throw new Error('The limits were not measured.');
  return Object.entries(asPages).map(([name, figures]) => ({
    name: `page: ${name}`,
    unit: 'ms',
    figures,
    limits: [
      { name: 'bare page', figures: bare },
      { name: 'bare page, count and facets', figures: whole },
    ],
    ...targetOf(name, figures.p95, { bare: bare.median, first: found['first page']?.median }),
  }));
}

function targetOf(
  name: string,
  p95: number,
  { bare, first = Number.NaN }: { bare: number; first: number | undefined },
): Pick<Measure, 'target'> {
  switch (name) {
    case 'three filters':
      return { target: { words: 'p95 in bare pages', found: p95 / bare, most: 15 } };
    case 'last page':
      return { target: { words: 'p95 in first pages', found: p95 / first, most: 2 } };
    case 'search, some matches':
      return { target: { words: 'p95 in ms', found: p95, most: 100 } };
    case 'search, all match':
      return { target: { words: 'p95 in ms', found: p95, most: 1000 } };
    default:
      return {};
  }
}

async function addresses({ owner, estate }: BenchRegister) {
  const page = (query: Record<string, string>) => `/api/register?${new URLSearchParams(query)}`;
  return {
    'first page': page({}),
    'three filters': page({ country: 'RU', 'classification.min': 'SECRET', category: 'antivirus' }),
    'search, some matches': page({ q: madeUpWord(Math.ceil(estate.suppliers / 3)) }),
    'search, all match': page({ q: 'service' }),
    'last page': page({ after: await keyBeforeLast(owner) }),
    'past date': page({ asOf: await pastMoment(owner) }),
  };
}

async function keyBeforeLast(owner: BenchRegister['owner']): Promise<string> {
  const { rows } = await owner.query<{ key: string[] }>(
    `select array[supplier, product, deployment_id::text] as key ${current}
     order by supplier desc, product desc, deployment_id desc offset 50 limit 1`,
  );
  return encodePagingKey(rows[0]?.key ?? []);
}

/** When the import had been applied. */
async function pastMoment(owner: BenchRegister['owner']): Promise<string> {
  const { rows } = await owner.query<{ at: Date }>(
    `select min(applied_at) + interval '1 millisecond' as at from import_batch where state = 'applied'`,
  );
  return rows[0]?.at.toISOString() ?? '';
}

/** Milliseconds of each answer, of so many readers at once. */
export async function asked(
  client: Client,
  path: string,
  readers: number,
  requests: number,
): Promise<number[]> {
  const samples: number[] = [];
  const deadline = performance.now() + longestRound;
  let left = requests;
  const reader = async () => {
    while (left > 0 && (samples.length < readers || performance.now() < deadline)) {
      left -= 1;
      // Who gets no answer waits for ever.
      const answered = () => client.text(path);
      samples.push(await elapsed(answered).catch(() => Number.POSITIVE_INFINITY));
    }
  };
  await Promise.all(Array.from({ length: readers }, reader));
  return samples;
}
