import { type Delimiter, delimiterLabels } from '@/app/_lib/csv-detection';
import { formatInteger } from '@/app/_lib/format';
import { FactList } from '@/components/fact-list';
import { fileSize } from '@/components/file-size';
import { Moment } from '@/components/moment';
import { Section } from '@/components/section';
import type { ImportBatch } from '../data';
import { kinds } from '../kinds';
import { unreadColumns } from '../mapping';

const encodingLabels: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252',
};

/** The file itself: how it is written, who brought it, and which of its columns are not read. */
export function AboutSection({ batch }: { batch: ImportBatch }) {
  const unread = unreadColumns(batch.header, batch.mapping);
  const delimiter = delimiterLabels[batch.delimiter as Delimiter] ?? batch.delimiter;
  return (
    <Section title="The file">
      <FactList
        columns={2}
        facts={[
          { label: 'Holds', value: kinds[batch.kind].label },
          {
            label: 'Lines',
            value: batch.lineCount > 0 ? formatInteger(batch.lineCount) : 'Not counted yet',
          },
          { label: 'Size', value: fileSize(batch.byteCount) },
          {
            label: 'Written in',
            value: `${encodingLabels[batch.encoding] ?? batch.encoding}, ${delimiter}, ${batch.lineEnd}`,
            note: 'Encoding, delimiter and line ends as found.',
          },
          {
            label: 'Uploaded by',
            value: batch.uploadedByName,
            note: <Moment at={batch.uploadedAt} />,
          },
          ...(batch.appliedAt
            ? [
                {
                  label: 'Applied by',
                  value: batch.appliedByName,
                  note: <Moment at={batch.appliedAt} />,
                },
              ]
            : []),
          ...(batch.undoneAt ? [{ label: 'Undone', value: <Moment at={batch.undoneAt} /> }] : []),
          {
            label: 'Columns not imported',
            value: unread.unknown.join(', ') || 'None',
            ...(unread.derived.length > 0 && {
              note: `Known, and worked out anew by the register: ${unread.derived.join(', ')}.`,
            }),
          },
          { label: 'SHA-256', value: <code>{batch.sha256}</code> },
        ]}
      />
    </Section>
  );
}
