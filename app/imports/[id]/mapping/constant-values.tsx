'use client';

import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { FieldRow } from '@/components/form-shell';
import { PushButton } from '@/components/push-button';
import type { Mapping } from '../../mapping';
import type { FieldChoice } from './mapping-form';

export interface ConstantValuesProps {
  /** Those that no column is read as. */
  fields: readonly FieldChoice[];
  values: Mapping['values'];
  errors: Readonly<Record<string, ReactNode>>;
  onChange: (values: Mapping['values']) => void;
}

/** Values that the file has no column for and that are the same on every line. */
export function ConstantValues({ fields, values, errors, onChange }: ConstantValuesProps) {
  const given = fields.filter(({ value }) => values[value] !== undefined);
  const open = fields.filter(({ value }) => values[value] === undefined);

  function without(field: FieldChoice['value']) {
    const { [field]: _, ...others } = values;
    return others;
  }

  return (
    <>
      {given.map(({ value, label }) => (
        <FieldRow key={value}>
          <TextInput
            label={`${label}, on every line`}
            value={values[value] ?? ''}
            error={errors[value]}
            onChange={(event) => onChange({ ...values, [value]: event.currentTarget.value })}
          />
          <PushButton variant="default" size="xs" onClick={() => onChange(without(value))}>
            Take away<span className="visually-hidden"> {label}</span>
          </PushButton>
        </FieldRow>
      ))}
      {open.length > 0 ? (
        <NativeSelect
          label="The same on every line"
          description="For what the file has no column for, such as the organisation it comes from."
          value=""
          onChange={(event) => onChange({ ...values, [event.currentTarget.value]: '' })}
          data={[
            { value: '', label: 'Choose what' },
            ...open.map(({ value, label }) => ({ value, label })),
          ]}
        />
      ) : null}
    </>
  );
}
