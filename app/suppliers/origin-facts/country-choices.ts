import { countryCodes, countryName } from '@/app/_domain/country';

/** The choice that states an origin as unknown, which is more than saying nothing. */
export const unknownCountry = 'unknown';

export const countryChoices = [
  { value: unknownCountry, label: 'Stated as unknown' },
  ...countryCodes.map((code) => ({ value: code, label: `${countryName(code)} (${code})` })),
];

/** The fact's country, null being stated as unknown, in words. */
export function statedCountry(country: string | null): string {
  return country ? countryName(country) : 'Stated as unknown';
}
