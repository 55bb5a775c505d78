import { countryCodes, countryName } from '@/app/_domain/country';

const europeanUnion = 'EU';

/** ISO 3166-1 alpha-2 codes, and the European Union, which issues advice as a whole. */
export const jurisdictions: readonly [string, ...string[]] = [europeanUnion, ...countryCodes];

export function jurisdictionName(code: string): string {
  return code === europeanUnion ? 'European Union' : countryName(code);
}
