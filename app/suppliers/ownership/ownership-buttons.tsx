import styles from '@/components/record.module.css';
import { RemoveButton } from '@/components/remove-button';
import { deleteOwnership } from './actions';
import type { OwnershipRow } from './data';
import { OwnershipDialog } from './ownership-dialog';

/** Changes or removes a link, seen from the supplier on the other side of `side`. */
export function OwnershipButtons({ link, side }: { link: OwnershipRow; side: 'owner' | 'owned' }) {
  const { id, ownerId, ownedId, party } = link;
  const { sharePercent, control, validFrom, validTo, source, sourceUrl } = link;
  const what = side === 'owner' ? `Owner ${party}` : `Holding in ${party}`;
  return (
    <span className={styles.buttons}>
      <OwnershipDialog
        label="Change"
        about={what}
        title="Change an ownership"
        side={side}
        party={{ value: side === 'owner' ? ownerId : ownedId, label: party }}
        values={{
          id,
          ownerId,
          ownedId,
          sharePercent,
          control,
          validFrom,
          validTo,
          source,
          sourceUrl,
        }}
      />
      <RemoveButton id={id} remove={deleteOwnership} what={what} />
    </span>
  );
}
