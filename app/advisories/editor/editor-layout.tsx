'use client';

import type { ReactNode } from 'react';
import { PreviewPanel } from '../preview/preview-panel';
import styles from './editor.module.css';
import type { RuleEntry } from './values';

interface EditorLayoutProps {
  rules: readonly RuleEntry[];
  issuedOn: string;
  /** Called when it could be told what the rules cover. */
  onAnswer?: () => void;
  children: ReactNode;
}

/** What is written, and beside it, or below on a narrow screen, what it covers. */
export function EditorLayout({ rules, issuedOn, onAnswer, children }: EditorLayoutProps) {
  return (
    <div className={styles.editor}>
      {children}
      <aside className={styles.preview} aria-label="What the rules cover">
        <PreviewPanel rules={rules} issuedOn={issuedOn} onAnswer={onAnswer} />
      </aside>
    </div>
  );
}
