'use client';

import { Select, Textarea, TextInput } from '@mantine/core';
import type { GetInputProps } from '@mantine/form';
import { deploymentStatuses, deploymentStatusLabels } from '@/app/_domain/deployment';
import { FieldRow } from '@/components/form-shell';

const statusChoices = deploymentStatuses.map((value) => ({
  value,
  label: deploymentStatusLabels[value],
}));

export interface RunningValues extends Record<string, unknown> {
  version: string;
  installations: string;
  status: string;
  owner: string;
  notes: string;
}

/** How the product runs on the system: the fields that can change. */
export function RunningFields({ field }: { field: GetInputProps<RunningValues> }) {
  return (
    <>
      <FieldRow>
        <TextInput label="Version" description="Empty where not recorded" {...field('version')} />
        <TextInput
          label="Installations"
          description="Empty where not recorded"
          inputMode="numeric"
          {...field('installations')}
        />
        <Select
          label="Status"
          description="Whether it runs today"
          data={statusChoices}
          allowDeselect={false}
          required
          {...field('status')}
        />
      </FieldRow>
      <TextInput
        label="Owner"
        description="Who answers for it; empty: the owner of the system"
        {...field('owner')}
      />
      <Textarea label="Notes" autosize minRows={3} maxRows={16} {...field('notes')} />
    </>
  );
}
