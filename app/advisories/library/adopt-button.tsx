'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { answerOf } from '@/components/answer-of';
import { PushButton } from '@/components/push-button';
import { adoptEntry } from './actions';
import styles from './library.module.css';

interface AdoptButtonProps {
  libraryId: string;
  reference: string;
}

/** Makes a draft of an entry and leads to it. */
export function AdoptButton({ libraryId, reference }: AdoptButtonProps) {
  const router = useRouter();
  const [failure, setFailure] = useState<string>();
  const [pending, startTransition] = useTransition();

  function adopt() {
    setFailure(undefined);
    startTransition(async () => {
      const outcome = await answerOf(() => adoptEntry({ libraryId }));
      if (!outcome.ok) {
        setFailure([outcome.message, ...Object.values(outcome.fields ?? {})].join(' '));
        return;
      }
      router.push(`/advisories/${outcome.value.id}` as Route);
    });
  }

  return (
    <div className={styles.adopt}>
      <PushButton variant="default" size="xs" loading={pending} onClick={adopt}>
        Adopt<span className="visually-hidden"> {reference}</span>
      </PushButton>
      {failure ? <p role="alert">{failure}</p> : null}
    </div>
  );
}
