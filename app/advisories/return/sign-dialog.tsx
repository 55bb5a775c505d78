'use client';

import { Textarea } from '@mantine/core';
import { FormDialog } from '@/components/form-dialog';
import { FormShell } from '@/components/form-shell';
import { useActionForm } from '@/components/use-action-form';
import { signNilReturn } from './actions';

interface SignDialogProps {
  advisoryId: string;
  reference: string;
  organisationId: string;
  organisation: string;
}

/** A button that opens the statement which an organisation with nothing in scope signs. */
export function SignDialog(props: SignDialogProps) {
  const { reference, organisation } = props;
  return (
    <FormDialog
      label="Sign"
      about={`the nil return of ${organisation}`}
      title={`Nil return of ${organisation} under ${reference}`}
    >
      {(close) => <SignForm {...props} onDone={close} />}
    </FormDialog>
  );
}

function SignForm(props: SignDialogProps & { onDone: () => void }) {
  const { advisoryId, reference, organisationId, organisation, onDone } = props;
  const shell = useActionForm(
    ({ statement }: { statement: string }) =>
      signNilReturn({ advisoryId, organisationId, statement }),
    {
      initialValues: {
        statement: `${organisation} has examined all its systems. Nothing that runs on them is in the scope of ${reference}.`,
      },
      done: 'Nil return signed',
      onDone,
    },
  );
  return (
    <FormShell shell={shell} submitLabel="Sign nil return">
      <Textarea
        label="Statement"
        description="What was examined and found. It stands under your name and cannot be changed afterwards."
        required
        autosize
        minRows={3}
        data-autofocus
        {...shell.form.getInputProps('statement')}
      />
    </FormShell>
  );
}
