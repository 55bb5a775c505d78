import { codesOf } from './code-list';

/** In display order. */
export const facetLabels = {
  incorporation: 'Incorporation',
  headquarters: 'Headquarters',
  ultimate_parent: 'Ultimate parent',
  significant_shareholder: 'Significant shareholder',
  management: 'Management',
  developed: 'Developed',
  built: 'Built',
  maintained: 'Maintained',
  operated: 'Operated',
  hosted: 'Hosted',
  data_at_rest: 'Data at rest',
  support: 'Support',
} as const;

export type Facet = keyof typeof facetLabels;

export const facets = codesOf(facetLabels);

/** Most trusted first. */
export const confidenceLabels = {
  confirmed: 'Confirmed',
  probable: 'Probable',
  unverified: 'Unverified',
} as const;

export type Confidence = keyof typeof confidenceLabels;

export const confidences = codesOf(confidenceLabels);

export type OriginSubject = 'supplier' | 'product';

export type OriginFact = {
  subject: OriginSubject;
  facet: Facet;
  /** ISO 3166-1 alpha-2; null is the statement that it is unknown. */
  country: string | null;
  confidence: Confidence;
  /** ISO date of the first day on which it holds; null from the beginning. */
  validFrom: string | null;
  /** ISO date of the first day on which it holds no more; null without end. */
  validTo: string | null;
  /** UTC time as Date.toISOString writes it. */
  recordedAt: string;
};

export type CountryOfOrigin =
  | { country: string; facet: Facet; subject: OriginSubject }
  | { country: null; facet: null; subject: null };

/**
 * Whose facet gives the headline, first to last. Who owns shares, where it is hosted, where data
 * rests and who supports it are recorded and can be asked for, but never name the origin.
 */
export const originPrecedence: readonly (readonly [OriginSubject, Facet])[] = [
  ['supplier', 'headquarters'],
  ['supplier', 'incorporation'],
  ['supplier', 'ultimate_parent'],
  ['supplier', 'management'],
  ['product', 'developed'],
  ['product', 'maintained'],
  ['product', 'built'],
  ['product', 'operated'],
  ['supplier', 'developed'],
  ['supplier', 'maintained'],
  ['supplier', 'built'],
  ['supplier', 'operated'],
];

/**
 * The headline country of a product on a day (ISO date), and the facet that it came from: of the
 * first facet in the precedence with a known country on that day, the most trusted fact, then the
 * one valid since latest, then the one recorded latest. Nulls when no fact names a country.
 */
export function countryOfOrigin(facts: readonly OriginFact[], onDate: string): CountryOfOrigin {
  const known = facts.filter((fact) => fact.country !== null && holdsOn(fact, onDate));
  for (const [subject, facet] of originPrecedence) {
    const best = known
      .filter((fact) => fact.subject === subject && fact.facet === facet)
      .sort(byTrust)[0];
    if (best?.country) return { country: best.country, facet, subject };
  }
  return { country: null, facet: null, subject: null };
}

function holdsOn(fact: OriginFact, date: string): boolean {
  return (fact.validFrom ?? '') <= date && (fact.validTo === null || date < fact.validTo);
}

function byTrust(a: OriginFact, b: OriginFact): number {
  return (
    confidences.indexOf(a.confidence) - confidences.indexOf(b.confidence) ||
    compareText(b.validFrom ?? '', a.validFrom ?? '') ||
    compareText(b.recordedAt, a.recordedAt) ||
    // One import records all its facts at one time; the answer must not depend on their order.
    compareText(a.country ?? '', b.country ?? '')
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
