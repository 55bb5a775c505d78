'use client';

import { NativeSelect, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { FormShell } from '@/components/form-shell';
import { PlainTable } from '@/components/plain-table';
import { PushButton } from '@/components/push-button';
import { useActionForm } from '@/components/use-action-form';
import { rehearseWith } from '../../actions';
import type { FieldName } from '../../fields';
import type { ImportKind } from '../../kinds';
import type { Mapping } from '../../mapping';
import { ConstantValues } from './constant-values';

export interface FieldChoice {
  value: FieldName;
  label: string;
  required: boolean;
}

export interface KindChoice {
  value: ImportKind;
  label: string;
  description: string;
  fields: readonly FieldChoice[];
  suggested: Mapping['columns'];
}

type MappingChoice = Pick<Mapping, 'columns' | 'values'> & { kind: ImportKind };

export interface MappingFormProps {
  importId: string;
  columns: readonly { name: string; samples: readonly string[] }[];
  kinds: readonly KindChoice[];
  initial: MappingChoice;
  saved: readonly (MappingChoice & { name: string })[];
}

interface MappingValues extends MappingChoice, Record<string, unknown> {
  saveAs: string;
}

/** One line per column of the file; what is the same on every line, below. */
export function MappingForm({ importId, columns, kinds, initial, saved }: MappingFormProps) {
  const router = useRouter();
  const shell = useActionForm(
    (values: MappingValues) => rehearseWith({ ...values, id: importId }),
    {
      initialValues: { ...initial, saveAs: '' } as MappingValues,
      onDone: () => router.push(`/imports/${importId}`),
    },
  );
  const { form } = shell;
  const { kind, columns: chosen } = form.values;
  const current = kinds.find((choice) => choice.value === kind) ?? kinds[0];
  const fields = current?.fields ?? [];

  function chooseKind(value: string) {
    const next = kinds.find((choice) => choice.value === value);
    if (next) form.setValues({ kind: next.value, columns: next.suggested, values: {} });
  }

  /** A field is read from one column: choosing it here takes it from where it was. */
  function chooseField(column: string, field: string) {
    const others = Object.entries(chosen).filter(
      ([name, source]) => name !== field && source !== column,
    );
    form.setFieldValue('columns', {
      ...Object.fromEntries(others),
      ...(field !== '' && { [field]: column }),
    });
  }

  const missing = fields.filter(
    (field) =>
      field.required &&
      chosen[field.value] === undefined &&
      form.values.values[field.value] === undefined,
  );

  return (
    <FormShell shell={shell} submitLabel="Rehearse" cancelHref={`/imports/${importId}`}>
      {saved.length > 0 ? (
        <div>
          <p>Saved for files with these columns:</p>
          {saved.map(({ name, ...mapping }) => (
            <PushButton
              key={name}
              variant="default"
              size="xs"
              onClick={() => form.setValues(mapping)}
            >
              {name}
            </PushButton>
          ))}
        </div>
      ) : null}
      <NativeSelect
        label="The file holds"
        description={current?.description}
        data={kinds.map(({ value, label }) => ({ value, label }))}
        value={kind}
        onChange={(event) => chooseKind(event.currentTarget.value)}
        error={form.errors.kind}
      />
      <PlainTable
        caption="Columns of the file"
        columns={[{ label: 'Column' }, { label: 'Some of its values' }, { label: 'Read as' }]}
        rows={columns.map(({ name, samples }) => {
          const field = fields.find((choice) => chosen[choice.value] === name)?.value ?? '';
          return {
            key: name,
            cells: [
              name,
              samples.join(' · '),
              <NativeSelect
                key={name}
                size="xs"
                miw={150}
                aria-label={`Read ${name} as`}
                value={field}
                onChange={(event) => chooseField(name, event.currentTarget.value)}
                data={[{ value: '', label: 'Not imported' }, ...fields.map(fieldOption)]}
                error={field === '' ? undefined : form.errors[field]}
              />,
            ],
          };
        })}
      />
      {missing.length > 0 ? (
        <p role="status">Still needed: {missing.map(({ label }) => label).join(', ')}.</p>
      ) : null}
      <ConstantValues
        fields={fields.filter(({ value }) => chosen[value] === undefined)}
        values={form.values.values}
        errors={form.errors}
        onChange={(values) => form.setFieldValue('values', values)}
      />
      <TextInput
        label="Save for other files under the name"
        description="Leave empty to use it for this file only."
        {...form.getInputProps('saveAs')}
      />
    </FormShell>
  );
}

function fieldOption({ value, label, required }: FieldChoice) {
  return { value, label: required ? `${label} (needed)` : label };
}
