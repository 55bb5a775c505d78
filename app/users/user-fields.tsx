'use client';

import { Checkbox, MultiSelect, Radio, Select, Stack, TextInput } from '@mantine/core';
import {
  ceilingLabel,
  clearanceCeiling,
  clearanceDescriptions,
  clearanceLabels,
  clearances,
  isGrantedByTwo,
} from '@/app/_domain/clearance';
import { roleDescriptions, roleLabels, roles } from '@/app/_domain/permission';
import { FieldRow } from '@/components/form-shell';
import type { ActionForm } from '@/components/use-action-form';
import type { UserValues } from './schema';

export interface UserChoices {
  organisations: readonly { id: string; name: string }[];
  caveats: readonly string[];
}

interface UserFieldsProps {
  form: ActionForm<UserValues>['form'];
  choices: UserChoices;
}

const clearanceChoices = clearances.map((value) => ({
  value,
  label: `${clearanceLabels[value]} · ${ceilingLabel(clearanceCeiling(value))}`,
}));

/** Who a person is, what they may do, and how much they may see. */
export function UserFields({ form, choices }: UserFieldsProps) {
  const field = form.getInputProps;
  const { clearance, allOrganisations } = form.getValues();
  return (
    <>
      <FieldRow>
        <TextInput
          label="Name"
          description="As decisions and the history show it"
          required
          {...field('name')}
        />
        <TextInput
          label="E-mail address"
          description="Signs in with it; nothing is ever sent to it"
          type="email"
          required
          {...field('email')}
        />
      </FieldRow>
      <Checkbox.Group label="Roles" description="What the person may do" {...field('roles')}>
        <Stack gap="xs" mt="xs">
          {roles.map((role) => (
            <Checkbox
              key={role}
              value={role}
              label={roleLabels[role]}
              description={roleDescriptions[role]}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <FieldRow>
        <Select
          label="Clearance"
          description={
            isGrantedByTwo(clearance)
              ? `${clearanceDescriptions[clearance]}; another administrator has to grant it`
              : clearanceDescriptions[clearance]
          }
          data={clearanceChoices}
          allowDeselect={false}
          {...field('clearance')}
        />
        <TextInput
          label="Clearance until"
          description="Last day on which it holds; empty where it does not end"
          type="date"
          disabled={clearance === 'none'}
          {...field('clearanceExpiresOn')}
        />
      </FieldRow>
      <MultiSelect
        label="Caveats"
        description="The person sees systems with these markings; nobody else does"
        data={[...choices.caveats]}
        {...field('caveats')}
      />
      <Radio.Group
        label="Organisations"
        description="Whose systems the person may see, up to the clearance"
        value={allOrganisations ? 'all' : 'listed'}
        onChange={(choice) => form.setFieldValue('allOrganisations', choice === 'all')}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="all" label="All organisations, also those added later" />
          <Radio value="listed" label="Only these" />
        </Stack>
      </Radio.Group>
      {allOrganisations ? null : (
        <MultiSelect
          label="Which organisations"
          data={choices.organisations.map(({ id, name }) => ({ value: id, label: name }))}
          searchable
          nothingFoundMessage="No organisation of this name"
          {...field('organisations')}
        />
      )}
    </>
  );
}
