import { RemoveButton } from '@/components/remove-button';
import { deleteAlias } from './actions';
import { AliasForm } from './alias-form';
import styles from './alias-list.module.css';
import type { Alias } from './data';

interface AliasListProps {
  supplierId: string;
  aliases: readonly Alias[];
  mayWrite: boolean;
}

/** Other names of a supplier, by which it is found as well. */
export function AliasList({ supplierId, aliases, mayWrite }: AliasListProps) {
  return (
    <>
      {aliases.length > 0 ? (
        <ul className={styles.aliases}>
          {aliases.map(({ id, name }) => (
            <li key={id}>
              <span>{name}</span>
              {mayWrite ? (
                <RemoveButton id={id} remove={deleteAlias} what={`Alias ${name}`} />
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p>No other name is recorded.</p>
      )}
      {mayWrite ? <AliasForm supplierId={supplierId} /> : null}
    </>
  );
}
