import {
  type ClassificationRank,
  classificationOfRank,
  classificationRank,
} from './classification';
import { codesOf } from './code-list';

/** The UK's levels of national security vetting, and none. */
export const clearanceLabels = {
  none: 'None',
  BPSS: 'BPSS',
  CTC: 'CTC',
  SC: 'SC',
  DV: 'DV',
} as const;

export type Clearance = keyof typeof clearanceLabels;

export const clearances = codesOf(clearanceLabels);

export const clearanceDescriptions: Readonly<Record<Clearance, string>> = {
  none: 'Not cleared',
  BPSS: 'Baseline Personnel Security Standard',
  CTC: 'Counter Terrorist Check',
  SC: 'Security Check',
  DV: 'Developed Vetting',
};

/** 0 nothing classified, else the rank of the highest classification that may be seen. */
export type Ceiling = 0 | ClassificationRank;

const ceilings: Readonly<Record<Clearance, Ceiling>> = {
  none: 0,
  BPSS: classificationRank('OFFICIAL'),
  CTC: classificationRank('OFFICIAL'),
  SC: classificationRank('SECRET'),
  DV: classificationRank('TOP SECRET'),
};

/**
 * Up to which classification a clearance gives routine access (UK Government Security
 * Classifications). The database decides by the same table in prisma/sql/00-access.sql.
 */
export function clearanceCeiling(clearance: Clearance): Ceiling {
  return ceilings[clearance];
}

export function ceilingLabel(ceiling: Ceiling): string {
  return ceiling === 0 ? 'Nothing classified' : classificationOfRank(ceiling);
}

/** Opens SECRET or above, so that one administrator asks for it and another grants it. */
export function isGrantedByTwo(clearance: Clearance): boolean {
  return clearanceCeiling(clearance) >= classificationRank('SECRET');
}

/** A clearance and its last day, null where it does not end. */
export interface ClearanceUntil {
  readonly clearance: Clearance;
  readonly clearanceExpiresOn: Date | null;
}

/** Whether `wanted` is more than an administrator may give alone to who has `held`. */
export function takesTwo(held: ClearanceUntil, wanted: ClearanceUntil): boolean {
  if (!isGrantedByTwo(wanted.clearance)) return false;
  if (clearanceCeiling(wanted.clearance) > clearanceCeiling(held.clearance)) return true;
  return lastMoment(wanted.clearanceExpiresOn) > lastMoment(held.clearanceExpiresOn);
}

function lastMoment(day: Date | null): number {
  return day?.getTime() ?? Number.POSITIVE_INFINITY;
}

/** What became of a clearance that was asked for. */
export const clearanceRequestStateLabels = {
  waiting: 'Waiting',
  granted: 'Granted',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
} as const;
