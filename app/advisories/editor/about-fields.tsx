'use client';

import { Select, Textarea, TextInput } from '@mantine/core';
import { bindingLabels, confirmationLabels } from '@/app/_domain/advisory';
import { codesOf } from '@/app/_domain/code-list';
import type { Choice } from '@/app/_lib/choice';
import { FieldRow } from '@/components/form-shell';
import { RecordSelect } from '@/components/record-select';
import { findAdvisories } from '../actions';
import { jurisdictionName, jurisdictions } from '../jurisdictions';
import type { EditorForm } from './form';

const choicesOf = <Code extends string>(labels: Readonly<Record<Code, string>>) =>
  codesOf(labels).map((value) => ({ value, label: labels[value] }));

const jurisdictionChoices = jurisdictions.map((value) => ({
  value,
  label: `${jurisdictionName(value)} (${value})`,
}));

interface AboutFieldsProps {
  form: EditorForm;
  /** What an advisory was ever active under stays its reference. */
  isReferenceFixed: boolean;
  supersedes?: Choice | undefined;
  amends?: Choice | undefined;
}

/** Who said it, when, to whom, and in which words. */
export function AboutFields({ form, isReferenceFixed, supersedes, amends }: AboutFieldsProps) {
  const field = form.getInputProps;
  return (
    <>
      <TextInput label="Title" required {...field('title')} />
      <FieldRow>
        <TextInput
          label="Reference"
          description={
            isReferenceFixed
              ? 'Fixed, since exports and decisions name it'
              : 'Short and stable, such as NCSC-2017-12-01'
          }
          readOnly={isReferenceFixed}
          required
          {...field('reference')}
        />
        <TextInput
          label="Number"
          description="What the issuer itself calls it"
          {...field('identifier')}
        />
      </FieldRow>
      <FieldRow>
        <TextInput label="Issuer" required {...field('issuer')} />
        <Select
          label="Jurisdiction"
          data={jurisdictionChoices}
          searchable
          openOnFocus={false}
          allowDeselect={false}
          nothingFoundMessage="No such country"
          required
          {...field('jurisdiction')}
        />
      </FieldRow>
      <FieldRow>
        <TextInput label="Issued on" type="date" required {...field('issuedOn')} />
        <Select
          label="Binding or guidance"
          data={choicesOf(bindingLabels)}
          allowDeselect={false}
          required
          {...field('bindingness')}
        />
        <Select
          label="Confirmed"
          data={choicesOf(confirmationLabels)}
          allowDeselect={false}
          required
          {...field('confirmation')}
        />
      </FieldRow>
      <TextInput
        label="Link"
        description="Its address at the issuer"
        type="url"
        {...field('link')}
      />
      <Textarea label="To whom it speaks" autosize minRows={1} maxRows={6} {...field('audience')} />
      <Textarea
        label="Summary"
        description="In your own words"
        autosize
        minRows={3}
        maxRows={16}
        {...field('summary')}
      />
      <Textarea
        label="Quoted clause"
        description="Word for word, as you read it at the source"
        autosize
        minRows={2}
        maxRows={12}
        {...field('quotedClause')}
      />
      <Textarea
        label="Notes"
        description="What it leaves open, exceptions that are no rules, what was not confirmed"
        autosize
        minRows={2}
        maxRows={16}
        {...field('notes')}
      />
      <FieldRow>
        <RecordSelect
          label="Supersedes"
          find={findAdvisories}
          initial={supersedes}
          clearable
          clearButtonProps={{ 'aria-label': 'Supersedes none' }}
          {...field('supersedesId')}
        />
        <RecordSelect
          label="Amends"
          find={findAdvisories}
          initial={amends}
          clearable
          clearButtonProps={{ 'aria-label': 'Amends none' }}
          {...field('amendsId')}
        />
      </FieldRow>
    </>
  );
}
