import type { ClassificationCode } from '@/app/_domain/classification';
import { parseMarkings } from '@/app/_domain/marking';
import { ClassificationBadge } from '@/app/_parts/classification-badge';
import { registerHref } from '@/app/_parts/register-href';
import { AddressLink } from '@/components/address-link';
import { PlainTable } from '@/components/plain-table';
import type { SystemRow } from '../table';

/** Systems of one organisation. */
export function SystemList({ systems }: { systems: readonly SystemRow[] }) {
  return (
    <PlainTable
      caption="Systems of the organisation"
      columns={[
        { label: 'System' },
        { label: 'Classification' },
        { label: 'Owner' },
        { label: 'Deployments', align: 'end' },
      ]}
      rows={systems.map((row) => ({
        key: row.id,
        cells: [
          <AddressLink key="system" href={`/systems/${row.id}`}>
            {row.name}
          </AddressLink>,
          <ClassificationBadge
            key="classification"
            code={row.classification as ClassificationCode}
            markings={parseMarkings(row.marking)}
            label={row.classification_label}
          />,
          row.owner,
          <AddressLink key="deployments" href={registerHref({ system: row.id })}>
            {row.deployments}
            <span className="visually-hidden"> on {row.name}</span>
          </AddressLink>,
        ],
      }))}
      empty="No system that you may see."
    />
  );
}
