'use client';

import { ErrorNotice } from '@/components/error-notice';
import { Section } from '@/components/section';
import type { RuleEntry } from '../editor/values';
import styles from './preview.module.css';
import { PreviewCounts } from './preview-counts';
import { PreviewTables } from './preview-tables';
import { usePreview } from './use-preview';

interface PreviewPanelProps {
  rules: readonly RuleEntry[];
  issuedOn: string;
  onAnswer?: (() => void) | undefined;
}

/** What the rules would say of the register, kept up while they are written. */
export function PreviewPanel({ rules, issuedOn, onAnswer }: PreviewPanelProps) {
  const { outcome, pending } = usePreview({ rules: [...rules], issuedOn }, onAnswer);
  return (
    <Section
      title="Preview"
      description="Counts hold the deployments that you may see. Nothing is changed before the advisory is activated."
    >
      <div className={styles.preview} aria-busy={pending}>
        <p className={styles.state} role="status">
          {stateWords(pending, outcome?.ok)}
        </p>
        {outcome?.ok ? (
          <>
            <PreviewCounts counts={outcome.value.counts} />
            <PreviewTables preview={outcome.value} />
          </>
        ) : null}
        {outcome && !outcome.ok ? (
          outcome.kind === 'invalid' ? (
            <Waiting fields={outcome.fields ?? {}} rules={rules} message={outcome.message} />
          ) : (
            <ErrorNotice title={outcome.message} />
          )
        ) : null}
      </div>
    </Section>
  );
}

function stateWords(pending: boolean, isThere: boolean | undefined): string {
  if (pending) return 'Working it out…';
  return isThere ? 'Up to date with the rules.' : '';
}

interface WaitingProps {
  fields: Readonly<Record<string, string>>;
  rules: readonly RuleEntry[];
  message: string;
}

/** What the rules still need before it can be told what they cover. */
function Waiting({ fields, rules, message }: WaitingProps) {
  const needs = Object.entries(fields).map(([path, need]) => {
    const code = rules[Number(path.split('.')[1])]?.code;
    return code ? `Rule ${code}: ${need}` : need;
  });
  return (
    <ErrorNotice
      tone="accent"
      title="The preview waits for the rules"
      what={
        <ul className={styles.needs}>
          {(needs.length > 0 ? needs : [message]).map((need) => (
            <li key={need}>{need}</li>
          ))}
        </ul>
      }
    />
  );
}
