import { type ClassificationCode, classificationLabels } from '@/app/_domain/classification';
import { verdictLabels } from '@/app/_domain/exposure';
import { parseMarkings } from '@/app/_domain/marking';
import { verdictTones } from '@/app/_domain/tone';
import { formatInteger } from '@/app/_lib/format';
import { ClassificationBadge } from '@/app/_parts/classification-badge';
import { AddressLink } from '@/components/address-link';
import { PlainTable } from '@/components/plain-table';
import { ToneBadge } from '@/components/tone-badge';
import type { Breakdown, Preview, Sample } from './data';
import styles from './preview.module.css';

/** A preview by classification, organisation and supplier, and some of the deployments it means. */
export function PreviewTables({ preview }: { preview: Preview }) {
  const { classifications, organisations, suppliers, samples } = preview;
  return (
    <>
      <BreakdownTable
        title="By classification"
        rows={classifications.map((row) => ({
          ...row,
          name: classificationLabels[row.key as ClassificationCode],
        }))}
        empty="You see no deployment yet."
      />
      <BreakdownTable
        title="By organisation"
        rows={organisations}
        more={preview.organisationCount - organisations.length}
        empty="None is concerned."
      />
      <BreakdownTable
        title="By supplier"
        rows={suppliers}
        more={preview.supplierCount - suppliers.length}
        empty="None is concerned."
      />
      <div>
        <h3>For example</h3>
        {samples.length === 0 ? <p className={styles.note}>No deployment is concerned.</p> : null}
        <ul className={styles.samples}>
          {samples.map((sample) => (
            <SampleItem key={sample.id} sample={sample} />
          ))}
        </ul>
      </div>
    </>
  );
}

interface BreakdownTableProps {
  title: string;
  rows: readonly Breakdown[];
  /** How many further ones there are. */
  more?: number;
  empty: string;
}

function BreakdownTable({ title, rows, more = 0, empty }: BreakdownTableProps) {
  return (
    <div>
      <h3>{title}</h3>
      <PlainTable
        caption={title}
        columns={[
          { label: 'Name' },
          { label: 'In', align: 'end' },
          { label: 'Cannot tell', align: 'end' },
          { label: 'No action', align: 'end' },
          { label: 'No rule', align: 'end' },
        ]}
        rows={rows.map((row) => ({
          key: row.key,
          cells: [row.name, ...[row.in, row.cannotTell, row.noAction, row.out].map(figure)],
        }))}
        empty={empty}
      />
      {more > 0 ? <p className={styles.note}>and {formatInteger(more)} more</p> : null}
    </div>
  );
}

function figure(count: number): string {
  return count === 0 ? '–' : formatInteger(count);
}

function SampleItem({ sample }: { sample: Sample }) {
  return (
    <li className={styles.sample}>
      <p>
        <ToneBadge tone={verdictTones[sample.verdict]}>{verdictLabels[sample.verdict]}</ToneBadge>{' '}
        <span className={styles.note}>rule {sample.rule}</span>
      </p>
      <p>
        <AddressLink href={`/register/${sample.id}`}>
          {sample.product} on {sample.system}
        </AddressLink>
      </p>
      <p className={styles.note}>
        {sample.supplier} · {sample.organisation} ·{' '}
        <ClassificationBadge
          code={sample.classification}
          markings={parseMarkings(sample.marking)}
          label={sample.classificationLabel}
        />
      </p>
    </li>
  );
}
