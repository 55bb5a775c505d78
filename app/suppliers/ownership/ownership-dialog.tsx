'use client';

import { Checkbox, TextInput } from '@mantine/core';
import type { Choice } from '@/app/_lib/choice';
import { FormDialog } from '@/components/form-dialog';
import { FieldRow, FormShell } from '@/components/form-shell';
import { RecordSelect } from '@/components/record-select';
import { useActionForm } from '@/components/use-action-form';
import { findSuppliers } from '../actions';
import { saveOwnership } from './actions';
import type { OwnershipValues } from './schema';

interface OwnershipFormProps {
  values: OwnershipValues;
  /** Which side is chosen; the other is the supplier of the page. */
  side: 'owner' | 'owned';
  party?: Choice | undefined;
}

interface OwnershipDialogProps extends OwnershipFormProps {
  label: string;
  about?: string;
  title: string;
}

/** A button that opens the form for one ownership link. */
export function OwnershipDialog({ values, side, party, ...dialog }: OwnershipDialogProps) {
  return (
    <FormDialog {...dialog}>
      {(close) => <OwnershipForm values={values} side={side} party={party} onDone={close} />}
    </FormDialog>
  );
}

function OwnershipForm(props: OwnershipFormProps & { onDone: () => void }) {
  const { values, side, party, onDone } = props;
  const shell = useActionForm(saveOwnership, {
    initialValues: values,
    done: 'Ownership saved',
    onDone,
  });
  const field = shell.form.getInputProps;
  return (
    <FormShell shell={shell} submitLabel="Save ownership">
      <RecordSelect
        label={side === 'owner' ? 'Owner' : 'Owned supplier'}
        description="Type a name or an alias. Owners are kept as suppliers, even where they sell nothing."
        find={findSuppliers}
        initial={party}
        required
        data-autofocus
        {...field(`${side}Id`)}
      />
      <TextInput
        label="Share"
        description="In per cent; empty where not known"
        inputMode="decimal"
        {...field('sharePercent')}
      />
      <Checkbox
        label="The owner controls it"
        description="By majority, votes or agreement"
        {...field('control', { type: 'checkbox' })}
      />
      <TextInput label="Source" required {...field('source')} />
      <TextInput label="Link to the source" type="url" {...field('sourceUrl')} />
      <FieldRow>
        <TextInput
          label="Owned from"
          description="Empty: from the beginning"
          type="date"
          {...field('validFrom')}
        />
        <TextInput
          label="Owned until"
          description="The first day on which it is no longer owned"
          type="date"
          {...field('validTo')}
        />
      </FieldRow>
    </FormShell>
  );
}
