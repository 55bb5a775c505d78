'use client';

import { CloseButton, Select, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import {
  deadlineDate,
  deadlineKindLabels,
  deadlineKinds,
  deadlineStepLabels,
  deadlineSteps,
} from '@/app/_domain/deadline';
import { formatDate } from '@/app/_lib/format';
import { isIsoDate } from '@/app/_lib/iso-time';
import { PushButton } from '@/components/push-button';
import type { DeadlineValues } from '../schema';
import styles from './editor.module.css';
import { FieldGroup } from './field-group';
import type { EditorForm } from './form';

const stepChoices = deadlineSteps.map((value) => ({ value, label: deadlineStepLabels[value] }));
const kindChoices = deadlineKinds.map((value) => ({ value, label: deadlineKindLabels[value] }));

const newDeadline: DeadlineValues = { step: 'complete', kind: 'after_issue', date: '', days: '' };

interface DeadlineFieldsProps {
  form: EditorForm;
  /** Of the rule's deadlines in the form, such as `rules.0.deadlines`. */
  path: string;
  deadlines: readonly DeadlineValues[];
  issuedOn: string;
}

export function DeadlineFields({ form, path, deadlines, issuedOn }: DeadlineFieldsProps) {
  return (
    <FieldGroup label="Deadlines">
      {deadlines.map((deadline, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a deadline has nothing but its place
        <div key={index} className={styles.deadline}>
          <Select
            label="Step"
            data={stepChoices}
            allowDeselect={false}
            {...form.getInputProps(`${path}.${index}.step`)}
          />
          <Select
            label="Given as"
            data={kindChoices}
            allowDeselect={false}
            {...form.getInputProps(`${path}.${index}.kind`)}
          />
          {deadline.kind === 'date' ? (
            <TextInput
              label="Day"
              type="date"
              required
              {...form.getInputProps(`${path}.${index}.date`)}
            />
          ) : (
            <TextInput
              label="Days"
              inputMode="numeric"
              required
              {...form.getInputProps(`${path}.${index}.days`)}
            />
          )}
          <p className={styles.day}>{dayInWords(deadline, issuedOn)}</p>
          <CloseButton
            size="sm"
            aria-label={`Remove deadline ${index + 1}: ${deadlineStepLabels[deadline.step]}`}
            onClick={() => form.removeListItem(path, index)}
          />
        </div>
      ))}
      <div>
        <PushButton
          variant="default"
          size="xs"
          onClick={() => form.insertListItem(path, newDeadline)}
        >
          <IconPlus size={14} stroke={1.8} aria-hidden />
          Add a deadline
        </PushButton>
      </div>
    </FieldGroup>
  );
}

/** The day that a count of days comes to, as soon as it can be told. */
function dayInWords({ step, kind, days }: DeadlineValues, issuedOn: string): string {
  if (kind === 'date' || !isIsoDate(issuedOn) || !/^[1-9]\d{0,3}$/.test(days)) return '';
  const date = deadlineDate({ step, kind, days: Number(days) }, issuedOn, issuedOn);
  return kind === 'every' ? `first ${formatDate(date)}` : formatDate(date);
}
