'use client';

import { Textarea } from '@mantine/core';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import type { Choice } from '@/app/_lib/choice';
import { FormShell } from '@/components/form-shell';
import { Section } from '@/components/section';
import { useActionForm } from '@/components/use-action-form';
import { changeAdvisory, createAdvisory } from '../actions';
import { AboutFields } from './about-fields';
import { EditorLayout } from './editor-layout';
import { RuleList } from './rule-list';
import { blankAdvisory, type EditorValues } from './values';

export interface AdvisoryEditorProps {
  /** The advisory to change; a new one without it. */
  advisory?: {
    id: string;
    seenAt: string;
    isActive: boolean;
    /** Whether it ever was active, so that others know it by its reference. */
    isReferenceFixed: boolean;
    supersedes: Choice | undefined;
    amends: Choice | undefined;
  };
  values?: EditorValues;
}

/** An advisory and its rules, with what they cover beside them while they are written. */
export function AdvisoryEditor({ advisory, values = blankAdvisory }: AdvisoryEditorProps) {
  const router = useRouter();
  const shell = useActionForm(
    (entered: EditorValues) =>
      advisory
        ? changeAdvisory({ ...entered, id: advisory.id, seenAt: advisory.seenAt })
        : createAdvisory(entered),
    {
      initialValues: values,
      done: advisory ? 'Advisory saved' : 'Draft saved',
      onDone: ({ id }: { id: string }) => router.push(`/advisories/${id}` as Route),
    },
  );
  const { rules, issuedOn } = shell.form.getValues();
  return (
    <EditorLayout rules={rules} issuedOn={issuedOn}>
      <FormShell
        shell={shell}
        submitLabel={submitLabel(advisory)}
        cancelHref={advisory ? `/advisories/${advisory.id}` : '/advisories'}
      >
        <Section title="About the advisory">
          <AboutFields
            form={shell.form}
            isReferenceFixed={advisory?.isReferenceFixed ?? false}
            supersedes={advisory?.supersedes}
            amends={advisory?.amends}
          />
        </Section>
        <Section
          title="Rules"
          description="Criteria must all hold; of the values inside one, any. A deployment is in scope where any rule matches."
        >
          <RuleList form={shell.form} />
        </Section>
        {advisory?.isActive ? (
          <Textarea
            label="Reason for the change"
            description="Kept in the history"
            autosize
            minRows={2}
            {...shell.form.getInputProps('reason')}
          />
        ) : null}
      </FormShell>
    </EditorLayout>
  );
}

function submitLabel(advisory: AdvisoryEditorProps['advisory']): string {
  if (!advisory) return 'Save draft';
  return advisory.isActive ? 'Save as a new version' : 'Save changes';
}
