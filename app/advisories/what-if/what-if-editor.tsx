'use client';

import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { PushButton } from '@/components/push-button';
import { Section } from '@/components/section';
import { AdvisoryEditor } from '../editor/advisory-editor';
import styles from '../editor/editor.module.css';
import { EditorLayout } from '../editor/editor-layout';
import { RuleList } from '../editor/rule-list';
import { blankAdvisory, type EditorValues, newRule } from '../editor/values';
import { type WhatIf, whatIfHref } from './address';

export interface WhatIfEditorProps {
  initial: WhatIf | undefined;
  /** Whether what was tried out may become a draft. */
  mayWrite: boolean;
}

/** Tries rules out on the register. They are kept in the page's address, so that it can be passed on. */
export function WhatIfEditor({ initial, mayWrite }: WhatIfEditorProps) {
  const [drafting, setDrafting] = useState(false);
  const form = useForm<EditorValues>({
    mode: 'controlled',
    initialValues: { ...blankAdvisory, rules: [newRule([])], ...initial },
  });
  const { rules, issuedOn } = form.getValues();
  if (drafting) return <AdvisoryEditor values={form.getValues()} />;

  function keepInAddress() {
    const href = whatIfHref({ rules, issuedOn });
    window.history.replaceState(null, '', href ?? '/advisories/what-if');
  }

  return (
    <EditorLayout rules={rules} issuedOn={issuedOn} onAnswer={keepInAddress}>
      <div className={styles.parts}>
        <Section title="Rules">
          <RuleList form={form} />
          <TextInput
            label="Deadlines count from"
            description="Empty: from today"
            type="date"
            maw="15rem"
            {...form.getInputProps('issuedOn')}
          />
        </Section>
        {mayWrite ? (
          <div>
            <PushButton onClick={() => setDrafting(true)}>Make this a draft advisory</PushButton>
          </div>
        ) : null}
      </div>
    </EditorLayout>
  );
}
