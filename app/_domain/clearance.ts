import { classificationRank, classifications } from './classification';

/** What a person may see at most; `none` is nothing classified. */
export const clearances = ['none', ...classifications] as const;

export type Clearance = (typeof clearances)[number];

export const clearanceLabels: Readonly<Record<Clearance, string>> = {
  none: 'Nothing classified',
  OFFICIAL: 'OFFICIAL',
  SECRET: 'SECRET',
  'TOP SECRET': 'TOP SECRET',
};

/** 0 for none, else the rank of the highest classification that may be seen. */
export function clearanceRank(clearance: Clearance): number {
  return clearance === 'none' ? 0 : classificationRank(clearance);
}

/** @throws RangeError for a rank that no clearance has. */
export function clearanceOfRank(rank: number): Clearance {
  const clearance = clearances[rank];
  if (clearance === undefined) throw new RangeError(`No clearance has the rank ${rank}.`);
  return clearance;
}
