import { nearDuplicateScore, similarSupplierNames } from '@/app/_domain/supplier-name';
import type { AlikeName, Match, UnknownName } from './data';

/** Candidates offered for one name; more would be guessing. */
const mostCandidates = 3;

/**
 * Pairs of supplier names for a person to settle: each new name with those of the register that it
 * resembles; of new names that differ in legal form and the like alone, each with the one that the
 * file uses most.
 */
export function nearDuplicates(
  unknown: readonly UnknownName[],
  alike: readonly AlikeName[],
): Match[] {
  const inRegister = [...Map.groupBy(alike, ({ name }) => name).values()].flatMap(bestCandidates);
  const offered = new Set(inRegister.map(({ name }) => name));
  const left = unknown.filter(({ name }) => !offered.has(name));
  const inFile = [...Map.groupBy(left, ({ key }) => key).values()].flatMap((names) => {
    const [first, ...others] = names.toSorted(
      (a, b) => b.lines - a.lines || a.firstLine - b.firstLine,
    );
    if (!first) return [];
    return others.map(({ name }) => ({ name, candidate: first.name, supplierId: null, score: 1 }));
  });
  return [...inRegister, ...inFile];
}

function bestCandidates(alike: readonly AlikeName[]): Match[] {
  const bySupplier = new Map<string, Match>();
  for (const { name, supplierId, supplier, alike: other } of alike) {
    const score = similarSupplierNames(name, other);
    const known = bySupplier.get(supplierId);
    if (score >= nearDuplicateScore && score > (known?.score ?? 0)) {
      bySupplier.set(supplierId, { name, candidate: supplier, supplierId, score });
    }
  }
  return [...bySupplier.values()]
    .sort((a, b) => b.score - a.score || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, mostCandidates);
}
