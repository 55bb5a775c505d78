import { formatInteger } from '@/app/_lib/format';
import { PlainTable } from '@/components/plain-table';
import { Section } from '@/components/section';
import { entities, entityLabels } from '../counts';
import type { ImportBatch } from '../data';

const titles = {
  rehearsed: 'What it would change',
  applied: 'What it changed',
  undone: 'What it had changed',
} as const;

/** How many records of each kind are new, changed and as they were. */
export function CountsSection({ batch: { state, counts } }: { batch: ImportBatch }) {
  const rows = entities.flatMap((entity) => {
    const count = counts[entity];
    if (!count) return [];
    const figures = [count.new, count.changed, count.unchanged].map(formatInteger);
    return [{ key: entity, cells: [entityLabels[entity], ...figures] }];
  });
  return (
    <Section title={titles[state as keyof typeof titles] ?? titles.rehearsed}>
      <PlainTable
        caption="Records by what happens to them"
        columns={[
          { label: 'Records' },
          { label: 'New', align: 'end' },
          { label: 'Changed', align: 'end' },
          { label: 'Unchanged', align: 'end' },
        ]}
        rows={rows}
        empty="No line could be read."
      />
    </Section>
  );
}
