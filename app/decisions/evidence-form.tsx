'use client';

import { TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { FormShell } from '@/components/form-shell';
import { UploadDrop } from '@/components/upload-drop';
import { useActionForm } from '@/components/use-action-form';
import { addEvidenceLink } from './actions';
import { largestEvidence } from './schema';

/** Proof of what was done: a link, or a file. */
export function EvidenceForm({ decisionId }: { decisionId: string }) {
  const router = useRouter();
  const shell = useActionForm(addEvidenceLink, {
    initialValues: { decisionId, url: '' },
    done: 'Evidence added.',
    onDone: () => shell.form.setFieldValue('url', ''),
  });
  return (
    <details>
      <summary>Add evidence</summary>
      <FormShell shell={shell} submitLabel="Add the link">
        <TextInput
          label="Link"
          description="A ticket, a change record or a report."
          {...shell.form.getInputProps('url')}
        />
      </FormShell>
      <UploadDrop
        url={`/decisions/${decisionId}/evidence`}
        label="Or drop a file"
        description="At most 10 MB. Its SHA-256 is kept beside it."
        maxBytes={largestEvidence}
        onDone={() => router.refresh()}
      />
    </details>
  );
}
