import type { Actor } from '@/app/_server/actor';
import { Section } from '@/components/section';
import { findSavedMappings, type ImportBatch, readBeginning } from '../../data';
import { fields, fieldsOf, isRequired } from '../../fields';
import { type ImportKind, kinds } from '../../kinds';
import { suggestColumns } from '../../mapping';
import { sampleValues } from '../../sample';
import { type KindChoice, MappingForm } from './mapping-form';

const sampleLength = 64 * 1024;

/** What the file holds and what each of its columns is read as. */
export async function MappingSection({ actor, batch }: { actor: Actor; batch: ImportBatch }) {
  const beginning = await readBeginning(actor, batch.id);
  const samples = sampleValues(beginning.subarray(0, sampleLength), batch);
  const saved = await findSavedMappings(actor, batch.header);
  return (
    <Section
      title="What the file holds"
      description="Columns that are not read stay out of the register. Nothing is written yet."
    >
      <MappingForm
        importId={batch.id}
        columns={batch.header.map((name, index) => ({ name, samples: samples[index] ?? [] }))}
        kinds={(Object.keys(kinds) as ImportKind[]).map((kind) => kindChoice(kind, batch.header))}
        initial={{ kind: batch.kind, columns: batch.mapping.columns, values: batch.mapping.values }}
        saved={saved.map(({ name, kind, mapping: { columns, values } }) => ({
          name,
          kind,
          columns,
          values,
        }))}
      />
    </Section>
  );
}

function kindChoice(kind: ImportKind, header: readonly string[]): KindChoice {
  return {
    value: kind,
    ...kinds[kind],
    suggested: suggestColumns(header, kind),
    fields: fieldsOf(kind).map((field) => ({
      value: field,
      label: fields[field].label,
      required: isRequired(field, kind),
    })),
  };
}
