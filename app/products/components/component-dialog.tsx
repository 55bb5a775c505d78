'use client';

import { TextInput } from '@mantine/core';
import type { Choice } from '@/app/_lib/choice';
import { FormDialog } from '@/components/form-dialog';
import { FormShell } from '@/components/form-shell';
import { RecordSelect } from '@/components/record-select';
import { useActionForm } from '@/components/use-action-form';
import { findProducts } from '../actions';
import { saveComponent } from './actions';
import type { ComponentValues } from './schema';

interface ComponentFormProps {
  values: ComponentValues;
  component?: Choice;
}

interface ComponentDialogProps extends ComponentFormProps {
  label: string;
  about?: string;
  title: string;
}

/** A button that opens the form for one component. */
export function ComponentDialog({ values, component, ...dialog }: ComponentDialogProps) {
  return (
    <FormDialog {...dialog}>
      {(close) => <ComponentForm values={values} component={component} onDone={close} />}
    </FormDialog>
  );
}

function ComponentForm(
  props: { component: Choice | undefined; onDone: () => void } & Pick<ComponentFormProps, 'values'>,
) {
  const { values, component, onDone } = props;
  const shell = useActionForm(saveComponent, {
    initialValues: values,
    done: 'Component saved',
    onDone,
  });
  const field = shell.form.getInputProps;
  return (
    <FormShell shell={shell} submitLabel="Save component">
      <RecordSelect
        label="Product inside"
        description="Type a product or a supplier"
        find={findProducts}
        initial={component}
        required
        data-autofocus
        {...field('componentId')}
      />
      <TextInput
        label="Note"
        description="What it does there, such as scanning engine"
        {...field('note')}
      />
      <TextInput label="Source" description="Where this is known from" {...field('source')} />
    </FormShell>
  );
}
