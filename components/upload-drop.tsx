'use client';

import { Progress } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { ErrorNotice } from './error-notice';
import { fileSize } from './file-size';
import { PushButton } from './push-button';
import { sendFile } from './send-file';
import styles from './upload-drop.module.css';

export interface UploadDropProps {
  url: string;
  method?: 'POST' | 'PUT';
  label: string;
  description?: ReactNode;
  /** As in the accept attribute: '.csv', 'text/csv'. The server has to check all the same. */
  accept?: readonly string[];
  maxBytes?: number;
  headers?: Readonly<Record<string, string>>;
  /** With the JSON that the server answered. */
  onDone: (answer: unknown) => void;
}

type State =
  | { kind: 'idle'; failure?: string }
  | { kind: 'sending'; file: File; share: number; stop: AbortController };

/** Takes one file by drop or by choice and streams it to the server, with its progress. */
export function UploadDrop(props: UploadDropProps) {
  const { url, method = 'POST', label, description, accept, maxBytes, headers, onDone } = props;
  const [state, setState] = useState<State>({ kind: 'idle' });
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const current = useRef<AbortController>(undefined);
  const descriptionId = useId();

  useEffect(() => () => current.current?.abort(), []);

  async function send(file: File) {
    if (file.size === 0) {
      setState({ kind: 'idle', failure: `“${file.name}” is empty.` });
      return;
    }
    if (maxBytes !== undefined && file.size > maxBytes) {
      const failure = `“${file.name}” has ${fileSize(file.size)}. At most ${fileSize(maxBytes)} can be sent.`;
      setState({ kind: 'idle', failure });
      return;
    }
    const stop = new AbortController();
    current.current = stop;
    setState({ kind: 'sending', file, share: 0, stop });
    try {
      const answer = await sendFile({
        url,
        method,
        file,
        headers,
        signal: stop.signal,
        onProgress: (share) => setState({ kind: 'sending', file, share, stop }),
      });
      setState({ kind: 'idle' });
      onDone(answer);
    } catch (error) {
      if (stop.signal.aborted) setState({ kind: 'idle' });
      else
        setState({ kind: 'idle', failure: error instanceof Error ? error.message : String(error) });
    }
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const [file, second] = event.dataTransfer.files;
    if (second) setState({ kind: 'idle', failure: 'Drop one file at a time.' });
    else if (file) void send(file);
  }

  if (state.kind === 'sending') {
    const { file, share, stop } = state;
    return (
      <div className={styles.sending} role="status">
        <p className={styles.name}>
          {share < 1 ? 'Sending' : 'Sent, waiting for the answer:'} {file.name}
        </p>
        <Progress value={share * 100} animated={share === 1} aria-label={`Sending ${file.name}`} />
        <p className={styles.description}>
          {fileSize(file.size * share)} of {fileSize(file.size)}
        </p>
        <PushButton variant="default" size="xs" onClick={() => stop.abort()}>
          Stop
        </PushButton>
      </div>
    );
  }

  return (
    <div className={styles.upload}>
      {state.failure ? (
        <ErrorNotice title="The file was not taken in" what={state.failure} />
      ) : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard */}
      <div
        className={styles.zone}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconUpload size={24} stroke={1.5} aria-hidden />
        <p className={styles.label}>{label}</p>
        {description ? (
          <div id={descriptionId} className={styles.description}>
            {description}
          </div>
        ) : null}
        <PushButton
          variant="default"
          size="xs"
          aria-describedby={description ? descriptionId : undefined}
          onClick={() => input.current?.click()}
        >
          Choose a file
        </PushButton>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={label}
          accept={accept?.join(',')}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            if (file) void send(file);
          }}
        />
      </div>
    </div>
  );
}
