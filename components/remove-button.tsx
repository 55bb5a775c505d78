'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import type { Outcome } from '@/app/_server/refusal';
import { ActionButton } from '@/components/action-button';

export interface RemoveButtonProps {
  id: string;
  remove: (input: { id: string }) => Promise<Outcome<unknown>>;
  label?: string;
  /** What is removed, as the dialog and screen readers name it. */
  what: string;
  /** What else will change. */
  children?: ReactNode;
  /** Where to go when the page itself is about what was removed. */
  leadsTo?: string;
}

/** Asks, removes, and says that it is done. */
export function RemoveButton(props: RemoveButtonProps) {
  const { id, remove, label = 'Remove', what, children, leadsTo } = props;
  const router = useRouter();
  return (
    <ActionButton
      size={leadsTo ? 'sm' : 'xs'}
      action={() => remove({ id })}
      done={`${label === 'Delete' ? 'Deleted' : 'Removed'}: ${what}`}
      confirm={{
        title: `${label} ${what}?`,
        text: children ?? 'The history keeps what was there.',
        confirmLabel: label,
      }}
      onDone={() => {
        if (leadsTo) router.push(leadsTo as Route);
      }}
    >
      {label}
      {leadsTo ? null : <span className="visually-hidden"> {what}</span>}
    </ActionButton>
  );
}
