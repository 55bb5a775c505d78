import { formatInteger } from '@/app/_lib/format';
import { AddressLink } from '@/components/address-link';
import { FactList } from '@/components/fact-list';
import { LinkButton } from '@/components/link-button';
import { Moment } from '@/components/moment';
import { Section } from '@/components/section';
import type { Receipt } from '../data';
import { addressOf } from '../exported-tables';

interface ReceiptProps {
  receipt: Receipt;
}

/** The bytes. */
export function FileSection({ receipt }: ReceiptProps) {
  const { fileName, marking, rowCount, byteCount, sha256, columns } = receipt;
  return (
    <Section
      title="File"
      actions={
        <LinkButton variant="default" size="xs" href="/receipts/verify">
          Verify a file
        </LinkButton>
      }
    >
      <FactList
        columns={2}
        facts={[
          { label: 'Name', value: fileName },
          { label: 'Protective marking', value: marking },
          { label: 'Rows', value: rowCount === null ? '' : formatInteger(rowCount) },
          { label: 'Bytes sent', value: byteCount === null ? '' : formatInteger(byteCount) },
          { label: 'SHA-256', value: sha256 && <code>{sha256}</code> },
          { label: 'Columns', value: columns.join(', ') },
        ]}
      />
    </Section>
  );
}

/** Who asked for what. */
export function ExportSection({ receipt }: ReceiptProps) {
  const { exportedByName, exportedAt, asOf, query } = receipt;
  const address = addressOf(receipt);
  return (
    <Section title="Export">
      <FactList
        columns={2}
        facts={[
          { label: 'Exported by', value: exportedByName },
          { label: 'Exported', value: <Moment at={exportedAt} />, note: exportedAt },
          {
            label: 'State as at',
            value: <Moment at={asOf} />,
            note: `${asOf}: the newest change that is in the file came no later`,
          },
          {
            label: 'Query',
            value: address ? (
              <AddressLink href={address}>{query || 'Everything'}</AddressLink>
            ) : (
              query || 'Everything'
            ),
            note: 'Opens the table as it was filtered, and as at that moment where it keeps the past',
          },
        ]}
      />
    </Section>
  );
}

/** What ties the receipt to the history. */
export function HeadSection({ receipt }: ReceiptProps) {
  const { seq, hash, at, keyId, signature } = receipt.historyHead;
  return (
    <Section
      title="Head of the history"
      description="The newest event that the export could see. The signature is made with a key outside of the database, so that nobody can cut the history off behind it unnoticed."
    >
      <FactList
        facts={[
          { label: 'Event', value: seq, note: <code>{hash}</code> },
          { label: 'Signed', value: <Moment at={at} />, note: <code>{signature}</code> },
          { label: 'Key', value: <code>{keyId}</code> },
        ]}
      />
    </Section>
  );
}
