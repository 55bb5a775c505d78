'use client';

import { Select, Textarea } from '@mantine/core';
import { classifications } from '@/app/_domain/classification';
import { MarkingInput } from '@/app/_parts/marking-input';
import { FormDialog } from '@/components/form-dialog';
import { FormShell } from '@/components/form-shell';
import { useActionForm } from '@/components/use-action-form';
import { settleSystem } from './actions';

interface SettleDialogProps {
  id: string;
  /** The classification as it was supplied. */
  label: string;
  markings: string[];
}

/** A button that opens the form by which a person settles a classification. */
export function SettleDialog(props: SettleDialogProps) {
  return (
    <FormDialog label="Settle" about="the classification" title={`Settle “${props.label}”`}>
      {(close) => <SettleForm {...props} onDone={close} />}
    </FormDialog>
  );
}

function SettleForm({ id, markings, onDone }: SettleDialogProps & { onDone: () => void }) {
  const shell = useActionForm(
    (values: { classification: string; markings: string[]; reason: string }) =>
      settleSystem({ ...values, id }),
    {
      initialValues: { classification: '', markings, reason: '' },
      done: 'Classification settled',
      onDone,
    },
  );
  const field = shell.form.getInputProps;
  return (
    <FormShell shell={shell} submitLabel="Settle classification">
      <Select
        label="Classification"
        data={classifications}
        allowDeselect={false}
        required
        data-autofocus
        {...field('classification')}
      />
      <MarkingInput {...field('markings')} />
      <Textarea
        label="Reason"
        description="Why this tier; kept in the history"
        required
        autosize
        minRows={3}
        {...field('reason')}
      />
    </FormShell>
  );
}
