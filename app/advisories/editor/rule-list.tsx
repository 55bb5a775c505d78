'use client';

import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { ErrorNotice } from '@/components/error-notice';
import { PushButton } from '@/components/push-button';
import type { EditorForm } from './form';
import { RuleCard } from './rule-card';
import { newRule } from './values';

/** The rules of the form, in their order. */
export function RuleList({ form }: { form: EditorForm }) {
  const [said, setSaid] = useState('');
  const { rules, issuedOn } = form.getValues();
  return (
    <>
      {form.errors.rules ? <ErrorNotice title={String(form.errors.rules)} /> : null}
      {rules.map((rule, index) => (
        <RuleCard
          key={rule.key}
          form={form}
          index={index}
          rules={rules}
          rule={rule}
          issuedOn={issuedOn}
          announce={setSaid}
        />
      ))}
      <div>
        <PushButton variant="default" onClick={() => form.insertListItem('rules', newRule(rules))}>
          <IconPlus size={16} stroke={1.8} aria-hidden />
          Add a rule
        </PushButton>
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}
