import { type ReturnCount, returnCountCodes, returnCounts } from '@/app/_domain/advisory-return';
import { formatInteger } from '@/app/_lib/format';
import { AddressLink } from '@/components/address-link';
import { PlainTable } from '@/components/plain-table';
import type { ReturnRow } from './data';
import { returnHref } from './return-href';
import { hasAnything, returnTotals } from './totals';

interface ReturnCountsProps {
  reference: string;
  rows: readonly ReturnRow[];
}

/** What each organisation has under the advisory, each number a way into the register. */
export function ReturnCounts({ reference, rows }: ReturnCountsProps) {
  const listed = rows.filter(hasAnything);
  const cells = (
    words: string,
    counts: Readonly<Record<ReturnCount, number>>,
    organisation?: string,
  ) => [
    words,
    ...returnCountCodes.map((name) =>
      counts[name] === 0 ? (
        '0'
      ) : (
        <AddressLink key={name} href={returnHref(reference, name, organisation)}>
          {formatInteger(counts[name])}
          <span className="visually-hidden">
            {' '}
            {returnCounts[name].label}: {words}
          </span>
        </AddressLink>
      ),
    ),
  ];
  return (
    <PlainTable
      caption="The return by organisation"
      columns={[
        { label: 'Organisation' },
        ...returnCountCodes.map((name) => ({
          label: returnCounts[name].label,
          align: 'end' as const,
        })),
      ]}
      rows={[
        ...listed.map((row) => ({
          key: row.organisationId,
          cells: cells(row.organisation, row, row.organisation),
        })),
        ...(listed.length > 1
          ? [{ key: 'all', cells: cells('All organisations', returnTotals(rows)) }]
          : []),
      ]}
      empty="No deployment that you may see is in scope, expressly out of scope, or cannot be told."
    />
  );
}
