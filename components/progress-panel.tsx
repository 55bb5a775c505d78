'use client';

import { Progress } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useState } from 'react';
import { formatInteger } from '@/app/_lib/format';
import { AddressLink } from './address-link';
import { ErrorNotice } from './error-notice';
import styles from './progress-panel.module.css';

/** What the polled address answers. */
export interface WorkProgress {
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  done: number;
  /** Unknown as long as null. */
  total: number | null;
  message?: string;
  href?: string;
  hrefLabel?: string;
}

export interface ProgressPanelProps {
  url: string;
  label: string;
  intervalMs?: number;
  /** Called once when the work has ended, whichever way. */
  onDone?: (progress: WorkProgress) => void;
}

const slowestMilliseconds = 15_000;

/** Follows work on the server, which goes on whether or not anybody watches. */
export function ProgressPanel({ url, label, intervalMs = 1000, onDone }: ProgressPanelProps) {
  const router = useRouter();
  const [progress, setProgress] = useState<WorkProgress>();
  const [unreachable, setUnreachable] = useState(false);

  const end = useEffectEvent((ended: WorkProgress) => {
    router.refresh();
    onDone?.(ended);
  });

  useEffect(() => {
    const stop = new AbortController();
    void follow(url, intervalMs, stop.signal, {
      onProgress: (next) => {
        setUnreachable(false);
        setProgress(next);
        if (hasEnded(next)) end(next);
      },
      onFailure: () => setUnreachable(true),
    });
    return () => stop.abort();
  }, [url, intervalMs]);

  if (progress && progress.state === 'failed') {
    return (
      <ErrorNotice
        title={`${label} failed`}
        what={progress.message}
        action={furtherLink(progress)}
      />
    );
  }
  return (
    <div className={styles.panel} data-state={progress?.state}>
      <p className={styles.label}>{label}</p>
      <Progress
        value={percentage(progress)}
        animated={progress?.total === null}
        color={progress?.state === 'done' ? 'green' : undefined}
        aria-label={label}
      />
      <p className={styles.words} role="status">
        {progress ? words(progress) : 'Asking how far it is …'}
        {progress ? furtherLink(progress) : null}
      </p>
      {unreachable ? (
        <p className={styles.words}>The server does not answer at the moment. Still trying.</p>
      ) : null}
    </div>
  );
}

interface Listeners {
  onProgress: (progress: WorkProgress) => void;
  onFailure: () => void;
}

async function follow(
  url: string,
  intervalMs: number,
  signal: AbortSignal,
  { onProgress, onFailure }: Listeners,
): Promise<void> {
  let pause = intervalMs;
  while (!signal.aborted) {
    try {
      const response = await fetch(url, { signal, cache: 'no-store' });
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      const progress: WorkProgress = await response.json();
      onProgress(progress);
      if (hasEnded(progress)) return;
      pause = intervalMs;
    } catch {
      if (signal.aborted) return;
      onFailure();
      pause = Math.min(pause * 2, slowestMilliseconds);
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

function hasEnded({ state }: WorkProgress): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled';
}

function percentage(progress: WorkProgress | undefined): number {
  if (!progress) return 0;
  if (progress.state === 'done' || progress.total === null) return 100;
  return progress.total === 0 ? 0 : Math.min(100, (progress.done / progress.total) * 100);
}

function words({ state, done, total, message }: WorkProgress): string {
  if (message) return message;
  const amount =
    total === null ? formatInteger(done) : `${formatInteger(done)} of ${formatInteger(total)}`;
  switch (state) {
    case 'waiting':
      return 'Waiting for its turn. You can leave this page; it goes on by itself.';
    case 'running':
      return `${amount}. You can leave this page; it goes on by itself.`;
    case 'done':
      return `Done: ${formatInteger(done)}.`;
    case 'cancelled':
      return 'Cancelled. Nothing was changed.';
    case 'failed':
      return 'Failed.';
  }
}

function furtherLink({ href, hrefLabel }: WorkProgress) {
  if (!href) return null;
  return (
    <>
      {' '}
      <AddressLink href={href}>{hrefLabel ?? 'Open'}</AddressLink>
    </>
  );
}
