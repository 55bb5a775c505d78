import { formatInteger } from '@/app/_lib/format';
import { AddressLink } from '@/components/address-link';
import { ErrorNotice } from '@/components/error-notice';
import { Moment } from '@/components/moment';
import { PlainTable } from '@/components/plain-table';
import { Section } from '@/components/section';
import type { Receipt } from '../data';
import { StateBadge } from '../state-badge';
import type { Findings } from './findings';
import type { Verdict } from './verdict';

interface VerdictSectionProps {
  findings: Findings;
  verdict: Verdict;
}

export function VerdictSection({ findings, verdict }: VerdictSectionProps) {
  const hash = (
    <>
      SHA-256 <code>{findings.sha256}</code>
    </>
  );
  switch (verdict.kind) {
    case 'issued':
      return (
        <>
          <ErrorNotice
            tone="good"
            title="We issued this file, and it has not been changed since"
            what="Every byte is as it was exported."
            where={hash}
          />
          <IssuedSection {...verdict} />
        </>
      );
    case 'changed':
      return (
        <>
          <ErrorNotice
            title="We did not issue this file as it is"
            what="No export had these bytes. The file was changed since it was exported, or it is not ours."
            where={hash}
            todo="Compare it with the exports below that it resembles, and rely on none of its lines."
          />
          <AlikeSection findings={findings} alike={verdict.alike} />
        </>
      );
    case 'unknown':
      return (
        <ErrorNotice
          title="We did not issue this file"
          what="No export had these bytes, and none that you may see has its name or its size."
          where={hash}
          todo="Ask whoever gave it to you for the file as it was exported, or for its receipt."
        />
      );
  }
}

function IssuedSection({ receipts, others }: Extract<Verdict, { kind: 'issued' }>) {
  return (
    <Section title="When it was issued">
      {receipts.length > 0 ? (
        <PlainTable
          caption="Exports of these bytes"
          columns={[
            { label: 'Exported' },
            { label: 'By' },
            { label: 'Marking' },
            { label: 'File' },
          ]}
          rows={receipts.map((receipt) => ({
            key: receipt.id,
            cells: [
              receiptLink(receipt),
              receipt.exportedByName,
              receipt.marking,
              receipt.fileName,
            ],
          }))}
        />
      ) : null}
      {others.length > 0 ? (
        <>
          <p>
            {receipts.length > 0 ? 'It was also issued' : 'It was issued'} at these times, under
            receipts that you may not see; so not to whom, nor for what query:
          </p>
          <ul>
            {others.map((at) => (
              <li key={at}>
                <Moment at={at} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  );
}

function AlikeSection({ findings, alike }: { findings: Findings; alike: readonly Receipt[] }) {
  const { look } = findings;
  if (!look) return null;
  return (
    <Section title="Exports that it resembles" description="Of those that you may see">
      <PlainTable
        caption="Exports that the file resembles"
        columns={[
          { label: 'Exported' },
          { label: 'By' },
          { label: 'File' },
          { label: 'State' },
          { label: 'Columns' },
          { label: 'Rows', align: 'end' },
          { label: 'Bytes', align: 'end' },
        ]}
        rows={alike.map((receipt) => ({
          key: receipt.id,
          cells: [
            receiptLink(receipt),
            receipt.exportedByName,
            receipt.fileName,
            <StateBadge key="state" state={receipt.state} />,
            receipt.columns.join(',') === look.columns.join(',') ? 'the same' : 'others',
            compared(receipt.rowCount, look.rows),
            compared(receipt.byteCount, look.bytes),
          ],
        }))}
      />
    </Section>
  );
}

function compared(issued: number | null, found: number): string {
  if (issued === found) return `${formatInteger(found)}, the same`;
  const ours = issued === null ? 'an unknown number' : formatInteger(issued);
  return `${formatInteger(found)} instead of ${ours}`;
}

function receiptLink({ id, exportedAt }: Receipt) {
  return (
    <AddressLink key="receipt" href={`/receipts/${id}`}>
      <Moment at={exportedAt} />
    </AddressLink>
  );
}
