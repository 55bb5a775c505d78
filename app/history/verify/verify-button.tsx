'use client';

import { useState } from 'react';
import { formatInteger } from '@/app/_lib/format';
import type { Refused } from '@/components/answer-of';
import { answerOf } from '@/components/answer-of';
import { ErrorNotice } from '@/components/error-notice';
import { PushButton } from '@/components/push-button';
import { checkHistory } from './actions';
import { type CheckPart, checkBegins } from './check';
import styles from './verify-button.module.css';

type Check = { state: 'idle' } | { state: 'running' | 'ended'; part?: CheckPart } | Refused;

/** Checks the whole history, part by part, and says what it found. */
export function VerifyButton() {
  const [check, setCheck] = useState<Check>({ state: 'idle' });

  async function verify() {
    setCheck({ state: 'running' });
    let cursor = checkBegins;
    for (;;) {
      const answer = await answerOf(() => checkHistory(cursor));
      if (!answer.ok) return setCheck(answer);
      const part = answer.value;
      if (part.isDone) return setCheck({ state: 'ended', part });
      setCheck({ state: 'running', part });
      cursor = part.cursor;
    }
  }

  const isRunning = 'state' in check && check.state === 'running';
  return (
    <div className={styles.check}>
      <div>
        <PushButton onClick={verify} loading={isRunning}>
          Verify now
        </PushButton>
      </div>
      <div role="status">
        <Finding check={check} />
      </div>
    </div>
  );
}

function Finding({ check }: { check: Check }) {
  if ('ok' in check) return <ErrorNotice title="The check broke off" what={check.message} />;
  if (check.state === 'idle') return null;
  const { part } = check;
  if (!part || check.state === 'running')
    return <p>{part ? progressWords(part) : 'Beginning …'}</p>;
  if (part.problem) {
    return (
      <ErrorNotice
        title="The history is not as it was recorded"
        what={part.problem}
        todo="Keep the database, the heads file and your exports as they are, and ask whoever answers for the register."
      />
    );
  }
  return (
    <p className={styles.good}>
      The history is whole: {formatInteger(Number(part.cursor.seq))} events in one chain,{' '}
      {formatInteger(part.cursor.seals)} seals of the register, and every head that was written.
    </p>
  );
}

function progressWords({ cursor, total }: CheckPart): string {
  return cursor.stage === 'events'
    ? `${formatInteger(Number(cursor.seq))} of ${formatInteger(Number(total))} events …`
    : `All events. ${formatInteger(cursor.seals)} seals of the register …`;
}
