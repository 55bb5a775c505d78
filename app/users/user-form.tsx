'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { FormShell } from '@/components/form-shell';
import { useActionForm } from '@/components/use-action-form';
import { changeUser } from './actions';
import type { UserValues } from './schema';
import { type UserChoices, UserFields } from './user-fields';

interface UserFormProps {
  id: string;
  values: UserValues;
  choices: UserChoices;
}

export function UserForm({ id, values, choices }: UserFormProps) {
  const router = useRouter();
  const shell = useActionForm((changed: UserValues, why) => changeUser({ ...changed, id }, why), {
    asksWhy: true,
    initialValues: values,
    done: 'The user is changed.',
    onDone: () => router.push(`/users/${id}` as Route),
  });
  return (
    <FormShell shell={shell} submitLabel="Save changes" cancelHref={`/users/${id}`}>
      <UserFields form={shell.form} choices={choices} />
    </FormShell>
  );
}
