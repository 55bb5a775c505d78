import { Period } from '@/app/_parts/period';
import { SourceLink } from '@/app/_parts/source-link';
import { RecordLink } from '@/components/record-link';
import { ToneBadge } from '@/components/tone-badge';
import type { OwnerNode } from './data';
import { heldWords, PartyCountry } from './link-words';
import styles from './owners-tree.module.css';
import { OwnershipButtons } from './ownership-buttons';

interface OwnersTreeProps {
  owners: readonly OwnerNode[];
  mayWrite: boolean;
}

/** Owners with their own owners below them, up to the top. */
export function OwnersTree({ owners, mayWrite }: OwnersTreeProps) {
  return (
    <ul className={styles.tree}>
      {owners.map((owner) => (
        <li key={owner.id}>
          <Owner owner={owner} />
          {mayWrite ? <OwnershipButtons link={owner} side="owner" /> : null}
          <OwnersOf owner={owner} />
        </li>
      ))}
    </ul>
  );
}

/** The levels above are changed on the page of whom they own. */
function OwnersOf({ owner }: { owner: OwnerNode }) {
  if (owner.owners.length === 0) return null;
  return (
    <ul aria-label={`Owners of ${owner.party}`}>
      {owner.owners.map((above) => (
        <li key={above.id}>
          <Owner owner={above} />
          <OwnersOf owner={above} />
        </li>
      ))}
    </ul>
  );
}

function Owner({ owner }: { owner: OwnerNode }) {
  const isTop = owner.holds && !owner.circular && owner.owners.length === 0;
  return (
    <>
      <p className={styles.party}>
        <RecordLink href={`/suppliers/${owner.ownerId}`}>{owner.party}</RecordLink>
        <PartyCountry link={owner} />
        {owner.holds ? null : <ToneBadge tone="neutral">Does not hold</ToneBadge>}
        {isTop ? <ToneBadge tone="accent">Top</ToneBadge> : null}
        {owner.circular ? <ToneBadge tone="caution">Own each other in a circle</ToneBadge> : null}
      </p>
      <p className={styles.details}>
        {heldWords(owner)} · <Period from={owner.validFrom} to={owner.validTo} /> ·{' '}
        <SourceLink source={owner.source} url={owner.sourceUrl} />
      </p>
    </>
  );
}
