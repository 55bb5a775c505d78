'use client';

import { ActionIcon, Select, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCopy, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { advisedActionLabels, strengthLabels } from '@/app/_domain/advised-action';
import { codesOf } from '@/app/_domain/code-list';
import { ruleWords } from '@/app/_domain/rule-words';
import { CriteriaFields } from './criteria-fields';
import { DeadlineFields } from './deadline-fields';
import styles from './editor.module.css';
import { FieldGroup } from './field-group';
import type { EditorForm } from './form';
import { copyOfRule, type RuleEntry, writtenCriteria } from './values';

const actionChoices = codesOf(advisedActionLabels).map((value) => ({
  value,
  label: advisedActionLabels[value],
}));
const strengthChoices = codesOf(strengthLabels).map((value) => ({
  value,
  label: strengthLabels[value],
}));

interface RuleCardProps {
  form: EditorForm;
  index: number;
  rules: readonly RuleEntry[];
  rule: RuleEntry;
  issuedOn: string;
  /** Says what was done with a card, for those who do not see it move. */
  announce: (message: string) => void;
}

/** One rule: what it covers, what it asks for, and by when. */
export function RuleCard({ form, index, rules, rule, issuedOn, announce }: RuleCardProps) {
  const heading = useId();
  const path = `rules.${index}`;
  const name = rule.code.trim() === '' ? `rule ${index + 1}` : `rule ${rule.code}`;

  function move(by: -1 | 1) {
    form.reorderListItem('rules', { from: index, to: index + by });
    announce(`Moved ${name} to place ${index + by + 1} of ${rules.length}.`);
  }

  function duplicate() {
    form.insertListItem('rules', copyOfRule(rule, rules), index + 1);
    announce(`Duplicated ${name}.`);
  }

  function remove() {
    form.removeListItem('rules', index);
    announce(`Removed ${name}.`);
  }

  return (
    <section className={styles.rule} aria-labelledby={heading}>
      <header className={styles.head}>
        <h3 id={heading}>Rule {rule.code}</h3>
        <div className={styles.tools}>
          <Tool label={`Move ${name} up`} disabled={index === 0} onClick={() => move(-1)}>
            <IconArrowUp size={16} stroke={1.7} aria-hidden />
          </Tool>
          <Tool
            label={`Move ${name} down`}
            disabled={index === rules.length - 1}
            onClick={() => move(1)}
          >
            <IconArrowDown size={16} stroke={1.7} aria-hidden />
          </Tool>
          <Tool label={`Duplicate ${name}`} onClick={duplicate}>
            <IconCopy size={16} stroke={1.7} aria-hidden />
          </Tool>
          <Tool label={`Remove ${name}`} onClick={remove}>
            <IconTrash size={16} stroke={1.7} aria-hidden />
          </Tool>
        </div>
      </header>
      <p className={styles.sentence}>{ruleWords(writtenCriteria(rule.criteria))}</p>
      <CriteriaFields form={form} path={`${path}.criteria`} criteria={rule.criteria} />
      <FieldGroup label="What it asks for">
        <div className={styles.pair}>
          <Select
            label="Action"
            data={actionChoices}
            allowDeselect={false}
            required
            {...form.getInputProps(`${path}.action`)}
          />
          <Select
            label="Strength"
            data={strengthChoices}
            allowDeselect={false}
            required
            {...form.getInputProps(`${path}.strength`)}
          />
        </div>
      </FieldGroup>
      <DeadlineFields
        form={form}
        path={`${path}.deadlines`}
        deadlines={rule.deadlines}
        issuedOn={issuedOn}
      />
      <FieldGroup label="Named as">
        <div className={styles.names}>
          <TextInput label="Code" required {...form.getInputProps(`${path}.code`)} />
          <TextInput label="Title" {...form.getInputProps(`${path}.title`)} />
          <TextInput label="Clause" {...form.getInputProps(`${path}.clause`)} />
        </div>
      </FieldGroup>
    </section>
  );
}

function Tool(props: {
  label: string;
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}) {
  const { label, disabled, onClick, children } = props;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  );
}
