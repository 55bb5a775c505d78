import { AddressLink } from '@/components/address-link';
import { ErrorNotice } from '@/components/error-notice';
import type { SimilarSupplier } from './data';

/** Asks to look at suppliers of a similar name before another one is added. */
export function SimilarSuppliers({ suppliers }: { suppliers: readonly SimilarSupplier[] }) {
  return (
    <div role="status">
      <ErrorNotice
        tone="caution"
        title="Nothing was saved yet: the register has suppliers of a similar name"
        where={
          <ul>
            {suppliers.map(({ id, name, alias }) => (
              <li key={id}>
                <AddressLink href={`/suppliers/${id}`} target="_blank">
                  {name}
                  <span className="visually-hidden"> (opens in a new window)</span>
                </AddressLink>
                {alias ? `, also known as ${alias}` : null}
              </li>
            ))}
          </ul>
        }
        todo="If it is one of these, add the name there as an alias. If it is a different supplier, save it all the same."
      />
    </div>
  );
}
