import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClassificationRank } from './classification';
import {
  classifiedAs,
  formatMarkings,
  highestMarking,
  parseMarkings,
  protectiveMarking,
  validateMarkings,
} from './marking';

const marking = fc.constantFrom('SENSITIVE', 'UK EYES ONLY', 'COMMERCIAL', 'ÄÖ 7');
const markings = fc.uniqueArray(marking, { maxLength: 4 });
const part = fc.record({ rank: fc.constantFrom<ClassificationRank>(1, 2, 3), markings });

describe('parseMarkings', () => {
  it('reads a cell as people write it', () => {
    expect(parseMarkings(' sensitive;UK  eyes only;; SENSITIVE ')).toEqual([
      'SENSITIVE',
      'UK EYES ONLY',
    ]);
    expect(parseMarkings('-SENSITIVE')).toEqual(['SENSITIVE']);
    expect(parseMarkings('')).toEqual([]);
  });

  it('reads back what formatMarkings wrote', () => {
    fc.assert(
      fc.property(markings, (list) => {
        expect(parseMarkings(formatMarkings(list))).toEqual(list);
      }),
    );
  });
});

describe('validateMarkings', () => {
  it('allows SENSITIVE on OFFICIAL only', () => {
    expect(validateMarkings('OFFICIAL', ['SENSITIVE'])).toBeUndefined();
    for (const code of ['SECRET', 'TOP SECRET', 'UNSETTLED'] as const) {
      expect(validateMarkings(code, ['SENSITIVE'])).toContain('OFFICIAL only');
      expect(validateMarkings(code, ['UK EYES ONLY'])).toBeUndefined();
    }
  });

  it.each([['SECRET'], ['OFFICIAL-SENSITIVE'], ['UK TOP SECRET']])(
    'does not let %j in as a fourth tier',
    (text) => expect(validateMarkings('OFFICIAL', [text])).toContain('is a classification'),
  );

  it.each([[''], ['A; B'], ['A;'], ['lower'], [' A']])(
    'refuses %j, which a cell cannot hold',
    (text) => {
      expect(validateMarkings('OFFICIAL', [text])).toContain('is not a marking');
    },
  );

  it('refuses the same marking twice', () => {
    expect(validateMarkings('SECRET', ['LOCSEN', 'LOCSEN'])).toContain('twice');
  });

  it('accepts whatever parseMarkings reads, classifications apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const problem = validateMarkings('OFFICIAL', parseMarkings(text));
        if (problem !== undefined) expect(problem).toContain('is a classification');
      }),
    );
  });
});

describe('protectiveMarking', () => {
  it('writes SENSITIVE as part of OFFICIAL and handles the unsettled as SECRET', () => {
    expect(protectiveMarking('OFFICIAL', [])).toBe('OFFICIAL');
    expect(protectiveMarking('OFFICIAL', ['SENSITIVE'])).toBe('OFFICIAL-SENSITIVE');
    expect(protectiveMarking('TOP SECRET', ['UK EYES ONLY'])).toBe('TOP SECRET UK EYES ONLY');
    expect(protectiveMarking('UNSETTLED', [])).toBe('SECRET');
  });
});

describe('highestMarking', () => {
  it('takes the highest tier and every caveat, and drops SENSITIVE above OFFICIAL', () => {
    const official = { rank: 1, markings: ['UK EYES ONLY', 'SENSITIVE'] } as const;
    expect(highestMarking([official, { rank: 1, markings: [] }])).toBe(
      'OFFICIAL-SENSITIVE UK EYES ONLY',
    );
    expect(highestMarking([official, { rank: 2, markings: ['COMMERCIAL'] }])).toBe(
      'SECRET COMMERCIAL UK EYES ONLY',
    );
    expect(highestMarking([])).toBe('OFFICIAL');
  });

  it('does not depend on the order or the number of equal parts', () => {
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        expect(highestMarking([...parts, ...parts].reverse())).toBe(highestMarking(parts));
      }),
    );
  });

  it('is never below any of its parts', () => {
    const tier = (text: string) => (text.startsWith('TOP') ? 3 : text.startsWith('SECRET') ? 2 : 1);
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), (parts) => {
        const whole = highestMarking(parts);
        expect(tier(whole)).toBe(Math.max(...parts.map(({ rank }) => rank)));
        for (const caveat of parts.flatMap((one) => one.markings)) {
          if (caveat !== 'SENSITIVE') expect(whole).toContain(caveat);
        }
      }),
    );
  });
});

describe('classifiedAs', () => {
  it('gives back the tier and what stands behind it', () => {
    expect(classifiedAs('OFFICIAL-SENSITIVE')).toEqual({ rank: 1, markings: ['SENSITIVE'] });
    expect(classifiedAs('TOP SECRET UK EYES ONLY')).toEqual({
      rank: 3,
      markings: ['UK EYES ONLY'],
    });
  });

  it('is marked as it was', () => {
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const whole = highestMarking(parts);
        expect(highestMarking([classifiedAs(whole)])).toBe(whole);
      }),
    );
  });
});
