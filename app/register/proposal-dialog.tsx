'use client';

import { Checkbox, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { bases, basisLabels, outcomeLabels, outcomeNeeds, outcomes } from '@/app/_domain/decision';
import { formatInteger } from '@/app/_lib/format';
import { FieldRow, FormShell } from '@/components/form-shell';
import { useActionForm } from '@/components/use-action-form';
import { propose } from './actions';
import type { Selection } from './schema';

/** Keeps fields side by side on one line. */
const noteBelow: ('label' | 'input' | 'description' | 'error')[] = [
  'label',
  'input',
  'description',
  'error',
];

export interface ProposalDialogProps {
  count: number;
  selection: Selection;
  onClose: () => void;
  onDone?: () => void;
}

/** One decision proposed for every selected deployment. */
export function ProposalDialog({ count, selection, onClose, onDone }: ProposalDialogProps) {
  const shell = useActionForm(propose, {
    initialValues: {
      selection,
      outcome: outcomes[0] as (typeof outcomes)[number],
      basis: bases[0] as (typeof bases)[number],
      basisReason: '',
      rationale: '',
      dueOn: '',
      expiresOn: '',
      leaveOutWaiting: count > 1,
    },
    done: 'Proposed. Somebody else has to approve it.',
    onDone: () => {
      onDone?.();
      onClose();
    },
  });
  const { form } = shell;
  const { outcome, basis } = form.getValues();
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={
        count === 1
          ? 'Propose a decision'
          : `Propose one decision for ${formatInteger(count)} deployments`
      }
    >
      <FormShell shell={shell} submitLabel="Propose">
        <FieldRow>
          <Select
            label="Decision"
            required
            allowDeselect={false}
            data={outcomes.map((code) => ({ value: code, label: outcomeLabels[code] }))}
            {...form.getInputProps('outcome')}
          />
          <Select
            label="Basis"
            required
            allowDeselect={false}
            data={bases.map((code) => ({ value: code, label: basisLabels[code] }))}
            description={
              basis === 'advised'
                ? 'An active advisory asks for it.'
                : 'No active advisory asks for it.'
            }
            inputWrapperOrder={noteBelow}
            {...form.getInputProps('basis')}
          />
        </FieldRow>
        {basis === 'precautionary' ? (
          <Textarea
            label="Why, although nothing requires it"
            autosize
            minRows={2}
            required={outcome === 'remove' || outcome === 'replace'}
            {...form.getInputProps('basisReason')}
          />
        ) : null}
        <Textarea
          label="Rationale"
          autosize
          minRows={3}
          required={outcomeNeeds(outcome, 'rationale')}
          {...form.getInputProps('rationale')}
        />
        <FieldRow>
          <TextInput
            type="date"
            label="Due"
            required={outcomeNeeds(outcome, 'dueOn')}
            {...form.getInputProps('dueOn')}
          />
          <TextInput
            type="date"
            label="Expires"
            description="The first day on which it no longer holds."
            required={outcomeNeeds(outcome, 'expiresOn')}
            inputWrapperOrder={noteBelow}
            {...form.getInputProps('expiresOn')}
          />
        </FieldRow>
        {count > 1 ? (
          <Checkbox
            label="Leave out deployments that already have a proposal waiting"
            {...form.getInputProps('leaveOutWaiting', { type: 'checkbox' })}
          />
        ) : null}
      </FormShell>
    </Modal>
  );
}
