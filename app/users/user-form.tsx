'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { FormShell } from '@/components/form-shell';
import { useActionForm } from '@/components/use-action-form';
import { changeUser } from './actions';
import type { UserValues } from './schema';
import { UserFields } from './user-fields';

interface UserFormProps {
  id: string;
  values: UserValues;
  organisations: readonly { id: string; name: string }[];
}

export function UserForm({ id, values, organisations }: UserFormProps) {
  const router = useRouter();
  const shell = useActionForm((changed: UserValues, why) => changeUser({ ...changed, id }, why), {
    asksWhy: true,
    initialValues: values,
    done: 'The user is changed.',
    onDone: () => router.push(`/users/${id}` as Route),
  });
  return (
    <FormShell shell={shell} submitLabel="Save changes" cancelHref={`/users/${id}`}>
      <UserFields form={shell.form} organisations={organisations} />
    </FormShell>
  );
}
