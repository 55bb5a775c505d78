/** What a number of runs of the same thing came to. */
export type Figures = { median: number; min: number; max: number; p95: number; runs: number };

export type Unit = 'ms' | 'MB' | 'kB';

/** One thing measured, beside the best that the machine can do. */
export type Measure = {
  name: string;
  unit: Unit;
  figures: Figures;
  limits: { name: string; figures: Figures }[];
  target?: Target;
};

/** What DESIGN §8 asks for. `found` is in the unit of `words`. */
export type Target = { words: string; found: number; most: number };

/** @throws RangeError when nothing was measured */
export function figuresOf(samples: readonly number[]): Figures {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number) => {
    const value = sorted[Math.min(Math.floor(share * sorted.length), sorted.length - 1)];
    if (value === undefined) throw new RangeError('Nothing was measured.');
    return value;
  };
  return { median: at(0.5), min: at(0), max: at(1), p95: at(0.95), runs: sorted.length };
}

/** Runs of one thing in one round, in milliseconds unless it says otherwise. */
export type Work = () => Promise<readonly number[]>;

/** Runs all works once in every round, so that what else the machine does meets all alike. */
export async function inTurns<Name extends string>(
  works: Readonly<Record<Name, Work>>,
  rounds = 7,
): Promise<Record<Name, Figures>> {
  const names = Object.keys(works) as Name[];
  const samples = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) samples.get(name)?.push(...(await works[name]()));
  }
  return Object.fromEntries(
    names.map((name) => [name, figuresOf(samples.get(name) ?? [])]),
  ) as Record<Name, Figures>;
}

/** How long it takes, in milliseconds. */
export async function elapsed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

export function repeated(times: number, work: () => Promise<unknown>): Work {
  return async () => {
    const samples: number[] = [];
    for (let run = 0; run < times; run += 1) samples.push(await elapsed(work));
    return samples;
  };
}
