'use client';

import { Select, TagsInput, TextInput } from '@mantine/core';
import { FormShell } from '@/components/form-shell';
import { useActionForm } from '@/components/use-action-form';
import { saveSettings } from './actions';
import type { Settings } from './data';
import { registerMarkings } from './markings';

export function SettingsForm({ settings }: { settings: Settings }) {
  const { marking, organisation, caveats } = settings;
  const shell = useActionForm(saveSettings, {
    asksWhy: true,
    initialValues: { marking, organisation, caveats },
    done: 'The settings are saved.',
  });
  const field = shell.form.getInputProps;
  return (
    <FormShell shell={shell} submitLabel="Save settings">
      <TextInput
        label="Organisation"
        description="Whose register this is"
        {...field('organisation')}
      />
      <Select
        label="Protective marking"
        description="Every page and file carries it, or the highest marking of what it holds"
        data={registerMarkings}
        allowDeselect={false}
        {...field('marking')}
      />
      <TagsInput
        label="Caveats"
        description="Markings that close a system to everybody who does not hold them"
        acceptValueOnBlur
        {...field('caveats')}
      />
    </FormShell>
  );
}
