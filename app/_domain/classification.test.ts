import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  classificationCodes,
  classificationOfRank,
  classificationRank,
  classifications,
  parseClassification,
} from './classification';

const settled = (classification: string, ...markings: string[]) => ({
  ok: true,
  classification,
  label: '',
  markings,
});

describe('classificationRank', () => {
  it('rises with the tiers', () => {
    expect(classifications.map(classificationRank)).toEqual([1, 2, 3]);
  });

  it('handles what is unsettled as SECRET', () => {
    expect(classificationOfRank(classificationRank('UNSETTLED'))).toBe('SECRET');
  });
});

describe('parseClassification', () => {
  it.each([
    ['OFFICIAL', settled('OFFICIAL')],
    ['uk official', settled('OFFICIAL')],
    ['OFFICIAL-SENSITIVE', settled('OFFICIAL', 'SENSITIVE')],
    ['Official Sensitive', settled('OFFICIAL', 'SENSITIVE')],
    ['OFFICIAL–SENSITIVE', settled('OFFICIAL', 'SENSITIVE')],
    ['O-S', settled('OFFICIAL', 'SENSITIVE')],
    ['OFFSEN', settled('OFFICIAL', 'SENSITIVE')],
    ['OFFICIAL-SENSITIVE [COMMERCIAL]', settled('OFFICIAL', 'SENSITIVE', 'COMMERCIAL')],
    ['secret', settled('SECRET')],
    ['UK SECRET', settled('SECRET')],
    ['SECRET - UK EYES ONLY', settled('SECRET', 'UK EYES ONLY')],
    ['Top Secret', settled('TOP SECRET')],
    ['TOP_SECRET', settled('TOP SECRET')],
    ['TS', settled('TOP SECRET')],
    ['UK TOP SECRET//UK EYES ONLY', settled('TOP SECRET', 'UK EYES ONLY')],
    ['UNSETTLED', settled('UNSETTLED')],
  ])('reads %j', (text, expected) => {
    expect(parseClassification(text)).toEqual(expected);
  });

  it.each([
    'CONFIDENTIAL',
    'Protected B',
    'NATO SECRET',
    'RESTRICTED',
    'UNCLASSIFIED',
    'OFFICIAL: Sensitive',
    'SECRET//NOFORN',
    'VS-NfD',
  ])('keeps the label %j of another scheme for a person to settle', (text) => {
    const expected = { ok: true, classification: 'UNSETTLED', label: text, markings: [] };
    expect(parseClassification(` ${text} `)).toEqual(expected);
  });

  it.each(['COSMIC TOP SECRET', 'TS//SCI', 'Très secret', 'STRENG GEHEIM'])(
    'never handles %j below TOP SECRET',
    (text) => {
      const expected = { ok: true, classification: 'TOP SECRET', label: text, markings: [] };
      expect(parseClassification(text)).toEqual(expected);
    },
  );

  it.each(['', '  ', '7', '???', 'banana', 'SECRTE', 'TOP SCRET', 'UK EYES ONLY'])(
    'refuses %j with what to do',
    (text) => {
      const parsed = parseClassification(text);
      expect(parsed).toEqual({
        ok: false,
        reason: expect.stringContaining('Use OFFICIAL, SECRET'),
      });
    },
  );

  it('says of a blank cell that it is missing', () => {
    expect(parseClassification(' ')).toMatchObject({ reason: expect.stringContaining('missing') });
  });

  it('reads every code back whatever its case and the space around it', () => {
    const space = fc.constantFrom('', ' ', '\t', '\u00a0');
    fc.assert(
      fc.property(
        fc.constantFrom(...classificationCodes),
        fc.boolean(),
        space,
        (code, low, pad) => {
          const text = pad + (low ? code.toLowerCase() : code) + pad;
          expect(parseClassification(text)).toEqual(settled(code));
        },
      ),
    );
  });

  it('never places a text that names a higher tier below SECRET', () => {
    const words = fc.constantFrom(
      'SECRET',
      'TOP SECRET',
      'TS',
      'CONFIDENTIAL',
      'NATO',
      'OFFICIAL',
      'x',
    );
    const separator = fc.constantFrom(' ', '-', '/', '//', ': ', ', ');
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), separator, (parts, between) => {
        const text = parts.join(between);
        const parsed = parseClassification(text);
        if (!parsed.ok) return;
        const least = /TOP|TS/.test(text) ? 3 : /SECRET|CONFIDENTIAL|NATO/.test(text) ? 2 : 1;
        expect(classificationRank(parsed.classification)).toBeGreaterThanOrEqual(least);
      }),
    );
  });
});
