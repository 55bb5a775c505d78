import { countryName } from '@/app/_domain/country';
import { facetLabels } from '@/app/_domain/origin';
import { ToneBadge } from '@/components/tone-badge';
import type { OwnershipRow } from './data';

/** Headline origin of the other party; its absence is as visible. */
export function PartyCountry({ link }: { link: OwnershipRow }) {
  if (!link.country) return <ToneBadge tone="caution">Origin not recorded</ToneBadge>;
  return (
    <ToneBadge tone="neutral">
      {countryName(link.country)}
      {link.facet ? ` · by ${facetLabels[link.facet].toLowerCase()}` : null}
    </ToneBadge>
  );
}

/** `51 %, controls`: how much is held, and whether the owner decides. */
export function heldWords({ sharePercent, control }: OwnershipRow): string {
  const share = sharePercent ? `${sharePercent} %` : 'Share not recorded';
  return control ? `${share}, controls` : share;
}
