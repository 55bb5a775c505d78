'use client';

import dynamic from 'next/dynamic';
import type { AdvisoryEditorProps } from './advisory-editor';

const AdvisoryEditor = dynamic(
  () => import('./advisory-editor').then((module) => module.AdvisoryEditor),
  { loading: () => <p>Loading the editor…</p> },
);

/** The editor in a script of its own, so that the frame of the page does not wait for it. */
export function EditorOnDemand(props: AdvisoryEditorProps) {
  return <AdvisoryEditor {...props} />;
}
