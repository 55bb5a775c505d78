import type { CheckCursor } from './schema';

/** What a part of the check has found. */
export interface CheckPart {
  cursor: CheckCursor;
  /** Number of the newest event. */
  total: string;
  /** The first thing that is wrong, in a sentence; the check ends with it. */
  problem?: string;
  isDone: boolean;
}

export const checkBegins: CheckCursor = {
  stage: 'events',
  seq: '0',
  hash: '0'.repeat(64),
  sealedAt: '',
  seals: 0,
};
