import { countryName } from '@/app/_domain/country';
import { ToneBadge } from '@/components/tone-badge';

/** A country of origin in a list; `none` stands out, since unknown is never safe. */
export function CountryCell({ country }: { country: string }) {
  if (country === 'none') return <ToneBadge tone="caution">Not recorded</ToneBadge>;
  return <>{countryName(country)}</>;
}
