'use client';

import { useRouter } from 'next/navigation';
import { ActionButton } from '@/components/action-button';
import { undoImport } from '../../actions';

export function UndoButton({ id }: { id: string }) {
  const router = useRouter();
  return (
    <ActionButton
      tone="danger"
      action={() => undoImport({ id })}
      onDone={() => router.push(`/imports/${id}`)}
    >
      Undo the import
    </ActionButton>
  );
}
