import { Period } from '@/app/_parts/period';
import { SourceLink } from '@/app/_parts/source-link';
import { PlainTable } from '@/components/plain-table';
import { RecordLink } from '@/components/record-link';
import { Section } from '@/components/section';
import { ToneBadge } from '@/components/tone-badge';
import type { OwnerNode, OwnershipRow } from './data';
import { heldWords, PartyCountry } from './link-words';
import { OwnersTree } from './owners-tree';
import { OwnershipButtons } from './ownership-buttons';
import { OwnershipDialog } from './ownership-dialog';

const blank = {
  id: null,
  ownerId: '',
  ownedId: '',
  sharePercent: '',
  control: false,
  validFrom: '',
  validTo: '',
  source: '',
  sourceUrl: '',
};

interface OwnersSectionProps {
  supplierId: string;
  owners: readonly OwnerNode[];
  mayWrite: boolean;
}

export function OwnersSection({ supplierId, owners, mayWrite }: OwnersSectionProps) {
  const add = (
    <OwnershipDialog
      label="Add owner"
      title="Add an owner"
      side="owner"
      values={{ ...blank, ownedId: supplierId }}
    />
  );
  return (
    <Section id="owners" title="Owners" actions={mayWrite ? add : null}>
      {owners.length > 0 ? (
        <OwnersTree owners={owners} mayWrite={mayWrite} />
      ) : (
        <p>No owner is recorded.</p>
      )}
    </Section>
  );
}

interface HoldingsSectionProps {
  supplierId: string;
  holdings: readonly OwnershipRow[];
  mayWrite: boolean;
}

export function HoldingsSection({ supplierId, holdings, mayWrite }: HoldingsSectionProps) {
  const add = (
    <OwnershipDialog
      label="Add holding"
      title="Add a holding"
      side="owned"
      values={{ ...blank, ownerId: supplierId }}
    />
  );
  return (
    <Section title="Owns" actions={mayWrite ? add : null}>
      <PlainTable
        caption="Suppliers that it owns"
        columns={[
          { label: 'Supplier' },
          { label: 'Country of origin' },
          { label: 'Share' },
          { label: 'Holds' },
          { label: 'Source' },
          ...(mayWrite ? [{ label: 'Change' }] : []),
        ]}
        rows={holdings.map((link) => ({
          key: link.id,
          cells: [
            <RecordLink key="party" href={`/suppliers/${link.ownedId}`}>
              {link.party}
            </RecordLink>,
            <PartyCountry key="country" link={link} />,
            heldWords(link),
            <span key="period">
              <Period from={link.validFrom} to={link.validTo} />{' '}
              {link.holds ? null : <ToneBadge tone="neutral">Does not hold</ToneBadge>}
            </span>,
            <SourceLink key="source" source={link.source} url={link.sourceUrl} />,
            ...(mayWrite ? [<OwnershipButtons key="change" link={link} side="owned" />] : []),
          ],
        }))}
        empty="It is not recorded as owning any other supplier."
      />
    </Section>
  );
}
