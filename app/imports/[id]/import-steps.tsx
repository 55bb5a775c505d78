'use client';

import { useRouter } from 'next/navigation';
import { ActionButton } from '@/components/action-button';
import { LinkButton } from '@/components/link-button';
import { applyImport, approveImport, deleteImport, rehearseAgain } from '../actions';
import type { ImportState } from '../states';

/** By whose permission the file can be applied now, or why not. */
export type ApplyingWay = { by: 'steward' | 'approver' } | { by: 'nobody'; reason: string };

export interface ImportStepsProps {
  id: string;
  fileName: string;
  state: ImportState;
  mayImport: boolean;
  applying: ApplyingWay;
}

/** What can be done next with the import. */
export function ImportSteps({ id, fileName, state, mayImport, applying }: ImportStepsProps) {
  const router = useRouter();
  const isOpen = state === 'uploaded' || state === 'rehearsed';
  return (
    <>
      {isOpen && mayImport ? (
        <ActionButton
          action={() => deleteImport({ id })}
          done={`Removed: ${fileName}`}
          confirm={{
            title: `Remove ${fileName}?`,
            text: 'The file and what was found in it go. The register stays as it is.',
            confirmLabel: 'Remove',
          }}
          onDone={() => router.push('/imports')}
        >
          Remove
        </ActionButton>
      ) : null}
      {state === 'rehearsed' && mayImport ? (
        <>
          <LinkButton href={`/imports/${id}/mapping`} variant="default">
            Change columns
          </LinkButton>
          <ActionButton action={() => rehearseAgain({ id })}>Rehearse again</ActionButton>
        </>
      ) : null}
      {state === 'rehearsed' ? (
        <ActionButton
          tone="accent"
          {...(applying.by === 'nobody' && { disabledReason: applying.reason })}
          action={() => (applying.by === 'approver' ? approveImport({ id }) : applyImport({ id }))}
        >
          {applying.by === 'approver' ? 'Apply, with its decisions' : 'Apply to the register'}
        </ActionButton>
      ) : null}
      {state === 'applied' && mayImport ? (
        <LinkButton href={`/imports/${id}/undo`} variant="default">
          Undo
        </LinkButton>
      ) : null}
    </>
  );
}
