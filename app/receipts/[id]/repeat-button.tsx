'use client';

import { useState, useTransition } from 'react';
import { formatInteger } from '@/app/_lib/format';
import { ErrorNotice } from '@/components/error-notice';
import { PushButton } from '@/components/push-button';
import type { Repetition } from './repeat/route';
import styles from './repeat-button.module.css';

type Answer = Repetition | { failure: string };

/** Makes the export once more on the server and says whether its bytes are the same. */
export function RepeatButton({ id }: { id: string }) {
  const [answer, setAnswer] = useState<Answer>();
  const [pending, startTransition] = useTransition();

  function repeat() {
    startTransition(async () => setAnswer(await askAgain(id)));
  }

  return (
    <div className={styles.repeat}>
      <PushButton variant="default" loading={pending} onClick={repeat}>
        Run the query again
      </PushButton>
      <div role="status">{answer && !pending ? <Verdict answer={answer} /> : null}</div>
    </div>
  );
}

function Verdict({ answer }: { answer: Answer }) {
  if ('failure' in answer) {
    return <ErrorNotice title="The query was not run again" what={answer.failure} />;
  }
  const { isSame, rowCount, byteCount, sha256 } = answer;
  const size = `${formatInteger(rowCount)} rows, ${formatInteger(byteCount)} bytes`;
  return isSame ? (
    <ErrorNotice
      tone="good"
      title="The same bytes"
      what={`${size}. The register still holds what this export showed.`}
    />
  ) : (
    <ErrorNotice
      title="Other bytes"
      what={`Now ${size}.`}
      where={<code>{sha256}</code>}
      todo="Rows may have been classified above your clearance since. If not, versions of the register were altered: verify the history."
    />
  );
}

async function askAgain(id: string): Promise<Answer> {
  try {
    const response = await fetch(`/receipts/${id}/repeat`, { method: 'POST' });
    const body = await response.json();
    return response.ok ? (body as Repetition) : { failure: String(body.message) };
  } catch {
    return { failure: 'The server did not answer. Check the connection and try again.' };
  }
}
