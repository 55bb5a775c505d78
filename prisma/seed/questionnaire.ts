import type { Fact } from './catalogue.ts';

const source = 'Supplier assurance questionnaire (sample)';

/** What the questionnaire asks for. Incorporation is looked up in a register instead. */
const askedFacets = [
  'headquarters',
  'ultimate_parent',
  'significant_shareholder',
  'management',
  'developed',
  'maintained',
  'operated',
  'hosted',
  'support',
] as const;

export type AskedFacet = (typeof askedFacets)[number];

/**
 * A questionnaire that came back with the same country in every answer, but for those that name
 * another one and those that were left blank.
 */
export function answered(
  country: string,
  otherwise: Partial<Record<AskedFacet, string | 'blank'>> = {},
): Fact[] {
  return askedFacets.flatMap((facet) => {
    const answer = otherwise[facet] ?? country;
    return answer === 'blank' ? [] : [{ facet, country: answer, source }];
  });
}

export const billOfMaterials = 'Bills of materials, one per release (sample)';
export const componentStatement = 'Statement of components in the questionnaire (sample)';
