import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidences, countryOfOrigin, facets, type OriginFact, originPrecedence } from './origin';

const today = '2017-12-01';

function fact(changes: Partial<OriginFact>): OriginFact {
  return {
    subject: 'supplier',
    facet: 'headquarters',
    country: 'RU',
    confidence: 'confirmed',
    validFrom: null,
    validTo: null,
    recordedAt: '2017-11-30T09:00:00.000Z',
    ...changes,
  };
}

const date = fc.constantFrom('2017-11-30', today, '2017-12-02');
const anyFact: fc.Arbitrary<OriginFact> = fc.record({
  subject: fc.constantFrom('supplier', 'product'),
  facet: fc.constantFrom(...facets),
  country: fc.constantFrom('RU', 'CN', 'CH', null),
  confidence: fc.constantFrom(...confidences),
  validFrom: fc.option(date),
  validTo: fc.option(date),
  recordedAt: fc.constantFrom('2017-11-01T00:00:00.000Z', '2017-11-02T00:00:00.000Z'),
});
const anyFacts = fc.array(anyFact, { maxLength: 30 });
const nothing = { country: null, facet: null, subject: null };

describe('countryOfOrigin', () => {
  it('follows the documented precedence', () => {
    const inOrder = originPrecedence.map(([subject, facet]) => `${subject} ${facet}`);
    expect(inOrder).toEqual([
      'supplier headquarters',
      'supplier incorporation',
      'supplier ultimate_parent',
      'supplier management',
      'product developed',
      'product maintained',
      'product built',
      'product operated',
      'supplier developed',
      'supplier maintained',
      'supplier built',
      'supplier operated',
    ]);
    const facts = originPrecedence.map(([subject, facet]) => fact({ subject, facet })).reverse();
    for (const [subject, facet] of originPrecedence) {
      expect(countryOfOrigin(facts, today)).toEqual({ country: 'RU', facet, subject });
      facts.pop();
    }
    expect(countryOfOrigin(facts, today)).toEqual(nothing);
  });

  it('never comes from shareholders, hosting, data at rest or support', () => {
    for (const subject of ['supplier', 'product'] as const) {
      for (const facet of [
        'significant_shareholder',
        'hosted',
        'data_at_rest',
        'support',
      ] as const) {
        expect(countryOfOrigin([fact({ subject, facet })], today)).toEqual(nothing);
      }
    }
  });

  it('passes over what is stated as unknown', () => {
    const facts = [fact({ country: null }), fact({ facet: 'incorporation', country: 'GB' })];
    expect(countryOfOrigin(facts, today)).toMatchObject({ country: 'GB', facet: 'incorporation' });
    expect(countryOfOrigin([fact({ country: null })], today)).toEqual(nothing);
    const doubtful = fact({ confidence: 'unverified' });
    expect(countryOfOrigin([...facts, doubtful], today)).toMatchObject({ facet: 'headquarters' });
  });

  it('holds from its first day up to, not including, its last date', () => {
    const sold = [
      fact({ country: 'RU', validTo: today }),
      fact({ country: 'CH', confidence: 'unverified', validFrom: today }),
    ];
    expect(countryOfOrigin(sold, '2017-11-30').country).toBe('RU');
    expect(countryOfOrigin(sold, today).country).toBe('CH');
  });

  it('prefers trust to the later start, the later start to the later record', () => {
    const old = '2017-01-01T00:00:00.000Z';
    const facts = [
      fact({ country: 'FF', validFrom: '2010-01-01', recordedAt: old }),
      fact({ country: 'EE', validFrom: '2009-01-01' }),
      fact({ country: 'DD', validFrom: '2009-01-01', recordedAt: old }),
      fact({ country: 'CC' }),
      fact({ country: 'BB', confidence: 'probable', validFrom: '2017-01-01' }),
      fact({ country: 'AA', confidence: 'unverified', validFrom: '2017-06-01' }),
    ];
    for (const country of ['FF', 'EE', 'DD', 'CC', 'BB', 'AA']) {
      expect(countryOfOrigin(facts, today).country).toBe(country);
      facts.shift();
    }
  });

  it('takes the first country by code when nothing else tells two facts apart', () => {
    const facts = [fact({ country: 'RU' }), fact({ country: 'CH' })];
    expect(countryOfOrigin(facts, today).country).toBe('CH');
    expect(countryOfOrigin(facts.toReversed(), today).country).toBe('CH');
  });

  it('does not depend on the order of the facts, and leaves them as they are', () => {
    fc.assert(
      fc.property(anyFacts, date, (facts, day) => {
        const before = structuredClone(facts);
        expect(countryOfOrigin(facts.toReversed(), day)).toEqual(countryOfOrigin(facts, day));
        expect(facts).toEqual(before);
      }),
    );
  });

  it('rests on a fact that holds on the day, and misses none', () => {
    fc.assert(
      fc.property(anyFacts, date, (facts, day) => {
        const usable = facts.filter(
          ({ subject, facet, country, validFrom, validTo }) =>
            country !== null &&
            originPrecedence.some(([whose, which]) => whose === subject && which === facet) &&
            !(validFrom !== null && validFrom > day) &&
            !(validTo !== null && validTo <= day),
        );
        const origin = countryOfOrigin(facts, day);
        if (origin.country === null) expect(usable).toEqual([]);
        else expect(usable).toContainEqual(expect.objectContaining(origin));
      }),
    );
  });

  it('is not moved by a fact of a later facet', () => {
    fc.assert(
      fc.property(anyFacts, anyFact, (facts, further) => {
        const place = (subject: string | null, facet: string | null) =>
          originPrecedence.findIndex(([whose, which]) => whose === subject && which === facet);
        const before = countryOfOrigin(facts, today);
        fc.pre(before.country !== null);
        fc.pre(place(further.subject, further.facet) > place(before.subject, before.facet));
        expect(countryOfOrigin([...facts, further], today)).toEqual(before);
      }),
    );
  });
});
