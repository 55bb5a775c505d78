'use client';

import { MultiSelect, Textarea, TextInput } from '@mantine/core';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { FormShell } from '@/components/form-shell';
import { useActionForm } from '@/components/use-action-form';
import { changeGroup, createGroup } from './actions';
import type { Person } from './data';
import type { GroupValues } from './schema';

interface GroupFormProps {
  /** The group to change; a new one without it. */
  id?: string;
  values?: GroupValues;
  people: readonly Person[];
}

const blank: GroupValues = { name: '', purpose: '', members: [] };

export function GroupForm({ id, values = blank, people }: GroupFormProps) {
  const router = useRouter();
  const shell = useActionForm(
    (changed: GroupValues, why) =>
      id ? changeGroup({ ...changed, id }, why) : createGroup(changed, why),
    {
      asksWhy: true,
      initialValues: values,
      onDone: (saved: { id: string }) => router.push(`/groups/${saved.id}` as Route),
    },
  );
  const field = shell.form.getInputProps;
  return (
    <FormShell
      shell={shell}
      submitLabel={id ? 'Save changes' : 'Add group'}
      cancelHref={id ? `/groups/${id}` : '/groups'}
    >
      <TextInput
        label="Name"
        description="Members, administrators and readers of the history see it: say nothing classified"
        required
        {...field('name')}
      />
      <Textarea label="Purpose" autosize minRows={2} maxRows={8} {...field('purpose')} />
      <MultiSelect
        label="Members"
        description="They see the systems of the group, as far as they are cleared; nobody else does"
        data={people.map(({ id: value, name }) => ({ value, label: name }))}
        searchable
        nothingFoundMessage="Nobody of this name"
        {...field('members')}
      />
    </FormShell>
  );
}
