import { describe, expect, it } from 'vitest';
import { changedFactWords } from './changed-facts';

describe('changedFactWords', () => {
  it('says of each fact what it was and what it is', () => {
    const verdict = (code: string, action = 'remove') => ({ verdict: code, action, rule: 'A' });
    expect(
      changedFactWords({
        owners: { before: 'Taiga', now: '' },
        country_of_origin: { before: 'RU', now: 'none' },
        classification: { before: 'OFFICIAL', now: 'UNSETTLED' },
        verdicts: {
          before: { 'NCSC-1': verdict('in'), 'BOD-1': verdict('in'), SAME: verdict('in') },
          now: {
            'BOD-1': verdict('in', 'assess'),
            NEW: verdict('cannot_tell'),
            SAME: verdict('in'),
          },
        },
        advisory: { before: 'NCSC-1, version 1', now: 'NCSC-1, version 2' },
      }),
    ).toEqual([
      'Owners: Taiga → none recorded',
      'Country of origin: Russia → not recorded',
      'Classification: OFFICIAL → Unsettled, handled as SECRET',
      'BOD-1 asks for something else now',
      'NCSC-1: in scope → out: no rule applies',
      'NEW: out: no rule applies → cannot tell',
      'Advisory: NCSC-1, version 1 → NCSC-1, version 2',
    ]);
  });
});
