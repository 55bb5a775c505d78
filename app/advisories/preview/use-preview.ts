'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Outcome } from '@/app/_server/refusal';
import { answerOf } from '@/components/answer-of';
import { previewRules } from './actions';
import type { Preview } from './data';
import type { PreviewValues } from './schema';

const settleMilliseconds = 400;

export interface RunningPreview {
  /** Of the rules as they were asked about last; undefined before the first answer. */
  outcome: Outcome<Preview> | undefined;
  /** The rules have changed since, and their answer is on its way. */
  pending: boolean;
}

/** What the rules cover, asked for anew whenever the writer pauses. */
export function usePreview(
  { rules, issuedOn }: PreviewValues,
  onAnswer?: () => void,
): RunningPreview {
  const asked = JSON.stringify({ rules, issuedOn });
  const [settled] = useDebouncedValue(asked, settleMilliseconds);
  const [answer, setAnswer] = useState<{ asked: string; outcome: Outcome<Preview> }>();

  const answered = useEffectEvent(() => onAnswer?.());

  useEffect(() => {
    let isCurrent = true;
    void answerOf(() => previewRules(JSON.parse(settled))).then((outcome) => {
      if (!isCurrent) return;
      setAnswer({ asked: settled, outcome });
      if (outcome.ok) answered();
    });
    return () => {
      isCurrent = false;
    };
  }, [settled]);

  return { outcome: answer?.outcome, pending: answer?.asked !== asked };
}
