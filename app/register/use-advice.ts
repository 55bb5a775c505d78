'use client';

import { useEffect, useRef, useState } from 'react';
import type { DecisionOutcome } from '@/app/_domain/decision';
import { answerOf } from '@/components/answer-of';
import { askAdvice } from './actions';
import type { Advice } from './data';
import type { Selection } from './schema';

/** What active advisories say to the outcome for the selection; undefined until it is known. */
export function useAdvice(
  selection: Selection,
  outcome: DecisionOutcome,
  onAnswer: (advice: Advice) => void,
): Advice | undefined {
  const [advice, setAdvice] = useState<Advice>();
  const answered = useRef(onAnswer);
  answered.current = onAnswer;
  useEffect(() => {
    let isWanted = true;
    setAdvice(undefined);
    void answerOf(() => askAdvice({ selection, outcome })).then((answer) => {
      // A failure shows when the proposal itself is refused; the register decides then.
      if (!isWanted || !answer.ok) return;
      setAdvice(answer.value);
      answered.current(answer.value);
    });
    return () => {
      isWanted = false;
    };
  }, [selection, outcome]);
  return advice;
}
