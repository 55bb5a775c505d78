'use client';

import { Checkbox, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { outcomeLabels, outcomeNeeds, outcomes } from '@/app/_domain/decision';
import { isRemoval } from '@/app/_domain/proposal';
import { formatInteger } from '@/app/_lib/format';
import { FieldRow, FormShell } from '@/components/form-shell';
import { useActionForm } from '@/components/use-action-form';
import { propose } from './actions';
import { AdviceNotice } from './advice-notice';
import type { Selection } from './schema';
import { useAdvice } from './use-advice';

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
  /** Reference of the advisory that the selection was made under; '' for none. */
  advisory: string;
  onClose: () => void;
  onDone?: () => void;
}

/** One decision proposed for every selected deployment. */
export function ProposalDialog(props: ProposalDialogProps) {
  const { count, selection, advisory, onClose, onDone } = props;
  const shell = useActionForm(propose, {
    initialValues: {
      selection,
      outcome: outcomes[0] as (typeof outcomes)[number],
      advisory,
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
  const { outcome } = form.getValues();
  const advice = useAdvice(selection, outcome, ({ dueOn }) => {
    const today = new Date().toISOString().slice(0, 10);
    if (form.getValues().dueOn === '' && dueOn >= today) form.setFieldValue('dueOn', dueOn);
  });
  const isPrecautionary = advice !== undefined && advice.advised < advice.count;
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
        <Select
          label="Decision"
          required
          allowDeselect={false}
          data={outcomes.map((code) => ({ value: code, label: outcomeLabels[code] }))}
          {...form.getInputProps('outcome')}
        />
        <AdviceNotice advice={advice} />
        {isPrecautionary && isRemoval(outcome) ? (
          <Textarea
            label="Why, although nothing requires it"
            autosize
            minRows={2}
            required
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
