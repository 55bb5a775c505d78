'use client';

import { Select, TextInput } from '@mantine/core';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import {
  type OrganisationKind,
  organisationKindLabels,
  organisationKinds,
} from '@/app/_domain/organisation';
import { FormShell } from '@/components/form-shell';
import { useActionForm } from '@/components/use-action-form';
import { changeOrganisation, createOrganisation } from './actions';

const kindChoices = organisationKinds.map((value) => ({
  value,
  label: organisationKindLabels[value],
}));

interface OrganisationFormProps {
  /** The organisation to change; a new one without it. */
  organisation?: { id: string; name: string; kind: OrganisationKind };
}

export function OrganisationForm({ organisation }: OrganisationFormProps) {
  const router = useRouter();
  const { name = '', kind = 'department' } = organisation ?? {};
  const shell = useActionForm(
    (values: { name: string; kind: string }, why) =>
      organisation
        ? changeOrganisation({ ...values, id: organisation.id }, why)
        : createOrganisation(values, why),
    {
      asksWhy: true,
      initialValues: { name, kind },
      onDone: ({ id }: { id: string }) => router.push(`/organisations/${id}` as Route),
    },
  );
  const field = shell.form.getInputProps;
  return (
    <FormShell
      shell={shell}
      submitLabel={organisation ? 'Save changes' : 'Add organisation'}
      cancelHref={organisation ? `/organisations/${organisation.id}` : '/organisations'}
    >
      <TextInput label="Name" required {...field('name')} />
      <Select label="Kind" data={kindChoices} allowDeselect={false} required {...field('kind')} />
    </FormShell>
  );
}
