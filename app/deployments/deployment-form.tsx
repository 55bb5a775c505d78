'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { FormShell } from '@/components/form-shell';
import { useActionForm } from '@/components/use-action-form';
import { changeDeployment } from './actions';
import { RunningFields, type RunningValues } from './running-fields';

export function DeploymentForm({ id, values }: { id: string; values: RunningValues }) {
  const router = useRouter();
  const shell = useActionForm(
    (changed: RunningValues, why) => changeDeployment({ ...changed, id }, why),
    {
      asksWhy: true,
      initialValues: values,
      onDone: () => router.push(`/register/${id}` as Route),
    },
  );
  return (
    <FormShell shell={shell} submitLabel="Save changes" cancelHref={`/register/${id}`}>
      <RunningFields field={shell.form.getInputProps} />
    </FormShell>
  );
}
