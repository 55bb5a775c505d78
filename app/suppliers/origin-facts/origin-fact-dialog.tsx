'use client';

import { Select, TextInput } from '@mantine/core';
import { confidenceLabels, confidences, facetLabels, facets } from '@/app/_domain/origin';
import { FormDialog } from '@/components/form-dialog';
import { FieldRow, FormShell } from '@/components/form-shell';
import { useActionForm } from '@/components/use-action-form';
import { saveOriginFact } from './actions';
import { countryChoices } from './country-choices';
import type { OriginFactValues } from './schema';

const facetChoices = facets.map((value) => ({ value, label: facetLabels[value] }));
const confidenceChoices = confidences.map((value) => ({ value, label: confidenceLabels[value] }));

interface OriginFactDialogProps {
  label: string;
  about?: string;
  title: string;
  values: OriginFactValues;
}

/** A button that opens the form for one origin fact. */
export function OriginFactDialog({ values, ...dialog }: OriginFactDialogProps) {
  return (
    <FormDialog {...dialog}>
      {(close) => <OriginFactForm values={values} onDone={close} />}
    </FormDialog>
  );
}

function OriginFactForm({ values, onDone }: { values: OriginFactValues; onDone: () => void }) {
  const shell = useActionForm(saveOriginFact, {
    initialValues: values,
    done: 'Origin fact saved',
    onDone,
  });
  const field = shell.form.getInputProps;
  return (
    <FormShell shell={shell} submitLabel="Save fact">
      <FieldRow>
        <Select
          label="What about"
          data={facetChoices}
          allowDeselect={false}
          required
          data-autofocus
          {...field('facet')}
        />
        <Select
          label="Country"
          description="Type a name or a two-letter code"
          data={countryChoices}
          searchable
          openOnFocus={false}
          allowDeselect={false}
          nothingFoundMessage="No such country"
          required
          {...field('country')}
        />
      </FieldRow>
      <TextInput
        label="Source"
        description="Where this is known from: a register, an annual report, a statement"
        required
        {...field('source')}
      />
      <TextInput label="Link to the source" type="url" {...field('sourceUrl')} />
      <Select
        label="Confidence"
        data={confidenceChoices}
        allowDeselect={false}
        required
        {...field('confidence')}
      />
      <FieldRow>
        <TextInput
          label="Holds from"
          description="Empty: from the beginning"
          type="date"
          {...field('validFrom')}
        />
        <TextInput
          label="Holds until"
          description="The first day on which it no longer holds"
          type="date"
          {...field('validTo')}
        />
      </FieldRow>
    </FormShell>
  );
}
