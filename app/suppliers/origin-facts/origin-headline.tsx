import { countryName } from '@/app/_domain/country';
import { facetLabels } from '@/app/_domain/origin';
import { ToneBadge } from '@/components/tone-badge';
import type { OriginHeadline } from './data';

/** The country of origin with the facet that it came from; its absence is as visible. */
export function OriginHeadlineBadge({ headline }: { headline: OriginHeadline | null }) {
  if (!headline) return <ToneBadge tone="caution">Country of origin not recorded</ToneBadge>;
  return (
    <ToneBadge tone="neutral">
      {countryName(headline.country)} · by {facetLabels[headline.facet].toLowerCase()}
    </ToneBadge>
  );
}
