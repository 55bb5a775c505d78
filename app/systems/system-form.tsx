'use client';

import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import {
  type ClassificationCode,
  classificationCodes,
  classificationLabels,
} from '@/app/_domain/classification';
import { systemPurposeLabels, systemPurposes } from '@/app/_domain/system';
import type { Choice } from '@/app/_lib/choice';
import { MarkingInput } from '@/app/_parts/marking-input';
import { findOrganisations } from '@/app/organisations/actions';
import { FieldRow, FormShell } from '@/components/form-shell';
import { RecordSelect } from '@/components/record-select';
import { useActionForm } from '@/components/use-action-form';
import { changeSystem, createSystem } from './actions';

const purposeChoices = systemPurposes.map((value) => ({
  value,
  label: systemPurposeLabels[value],
}));
const classificationChoices = classificationCodes.map((value) => ({
  value,
  label: classificationLabels[value],
}));

interface SystemFormProps {
  /** The system to change; a new one without it. */
  system?: { id: string } & Omit<SystemValues, 'organisationId'>;
  organisation?: Choice | undefined;
  /** Need-to-know groups that the person may give it to. */
  groups: readonly { id: string; name: string }[];
}

export interface SystemValues extends Record<string, unknown> {
  organisationId: string;
  name: string;
  classification: ClassificationCode | '';
  classificationLabel: string;
  markings: string[];
  purposes: string[];
  groupIds: string[];
  owner: string;
  notes: string;
}

const blank: Omit<SystemValues, 'organisationId'> = {
  name: '',
  classification: '',
  classificationLabel: '',
  markings: [],
  purposes: [],
  groupIds: [],
  owner: '',
  notes: '',
};

export function SystemForm({ system, organisation, groups }: SystemFormProps) {
  const router = useRouter();
  const { id, ...recorded } = system ?? { id: null, ...blank };
  const shell = useActionForm(
    (values: SystemValues, why) =>
      id ? changeSystem({ ...values, id }, why) : createSystem(values, why),
    {
      asksWhy: true,
      initialValues: { ...recorded, organisationId: organisation?.value ?? '' } as SystemValues,
      onDone: (saved: { id: string }) => router.push(`/systems/${saved.id}` as Route),
    },
  );
  const field = shell.form.getInputProps;
  const isUnsettled = system?.classification === 'UNSETTLED';
  return (
    <FormShell
      shell={shell}
      submitLabel={id ? 'Save changes' : 'Add system'}
      cancelHref={id ? `/systems/${id}` : '/systems'}
    >
      <TextInput label="Name" required {...field('name')} />
      <RecordSelect
        label="Organisation"
        find={findOrganisations}
        initial={organisation}
        required
        {...field('organisationId')}
      />
      <FieldRow>
        <Select
          label="Classification"
          description={
            isUnsettled
              ? 'Settle it on the page of the system'
              : 'Unsettled: the label has no UK tier'
          }
          data={classificationChoices}
          allowDeselect={false}
          disabled={isUnsettled}
          required
          {...field('classification')}
        />
        <MarkingInput {...field('markings')} />
      </FieldRow>
      {shell.form.getValues().classification === 'UNSETTLED' ? (
        <TextInput
          label="Label as supplied"
          description="Such as NATO CONFIDENTIAL; kept until somebody settles the classification"
          required
          {...field('classificationLabel')}
        />
      ) : null}
      <MultiSelect
        label="Purposes"
        description="What the system is for; advice may depend on it"
        data={purposeChoices}
        clearable
        {...field('purposes')}
      />
      {groups.length > 0 ? (
        <MultiSelect
          label="Need-to-know groups"
          description="Where there are any, only their members see the system"
          data={groups.map(({ id: value, name: label }) => ({ value, label }))}
          clearable
          {...field('groupIds')}
        />
      ) : null}
      <TextInput
        label="Owner"
        description="Who answers for the system: a person or a post"
        {...field('owner')}
      />
      <Textarea label="Notes" autosize minRows={3} maxRows={16} {...field('notes')} />
    </FormShell>
  );
}
