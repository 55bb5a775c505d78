'use client';

import { CloseButton, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { PushButton } from '@/components/push-button';
import type { CriteriaValues } from '../schema';
import {
  added,
  type CriterionKind,
  criterionKindCodes,
  criterionKinds,
  criterionSubjects,
  isInUse,
  without,
} from './criteria';
import { CriterionInputs } from './criterion-inputs';
import styles from './editor.module.css';
import { FieldGroup } from './field-group';
import { type EditorForm, problemWithin } from './form';

interface CriteriaFieldsProps {
  form: EditorForm;
  path: string;
  criteria: CriteriaValues;
}

/** The criteria that a rule uses, and a way to the others. */
export function CriteriaFields({ form, path, criteria }: CriteriaFieldsProps) {
  const [opened, setOpened] = useState<readonly CriterionKind[]>([]);
  const hasProblem = (kind: CriterionKind) =>
    criterionKinds[kind].fields.some((field) => problemWithin(form, `${path}.${field}`));
  const isShown = (kind: CriterionKind) =>
    opened.includes(kind) || isInUse(kind, criteria) || hasProblem(kind);
  const shown = criterionKindCodes.filter(isShown);

  function add(kind: CriterionKind) {
    setOpened([...opened, kind]);
    form.setFieldValue(path, added(kind, criteria));
  }

  function remove(kind: CriterionKind) {
    setOpened(opened.filter((one) => one !== kind));
    form.setFieldValue(path, without(kind, criteria));
    for (const field of criterionKinds[kind].fields) form.clearFieldError(`${path}.${field}`);
  }

  return (
    <div className={styles.criteria}>
      {shown.map((kind) => (
        <FieldGroup
          key={kind}
          label={criterionKinds[kind].label}
          tool={
            <CloseButton
              size="sm"
              aria-label={`Remove criterion: ${criterionKinds[kind].label}`}
              onClick={() => remove(kind)}
            />
          }
        >
          <CriterionInputs kind={kind} form={form} path={path} criteria={criteria} />
        </FieldGroup>
      ))}
      <AddCriterion among={criterionKindCodes.filter((kind) => !isShown(kind))} onAdd={add} />
    </div>
  );
}

function AddCriterion(props: {
  among: readonly CriterionKind[];
  onAdd: (kind: CriterionKind) => void;
}) {
  const { among, onAdd } = props;
  if (among.length === 0) return null;
  const groups = Map.groupBy(among, (kind) => criterionKinds[kind].about);
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <PushButton variant="default" size="xs">
          <IconPlus size={14} stroke={1.8} aria-hidden />
          Add a criterion
        </PushButton>
      </Menu.Target>
      <Menu.Dropdown>
        {[...groups].map(([subject, kinds]) => (
          <div key={subject}>
            <Menu.Label>{criterionSubjects[subject]}</Menu.Label>
            {kinds.map((kind) => (
              <Menu.Item key={kind} onClick={() => onAdd(kind)}>
                {criterionKinds[kind].label}
              </Menu.Item>
            ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
