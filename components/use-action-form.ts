'use client';

import { type UseFormReturnType, useForm } from '@mantine/form';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useTransition } from 'react';
import type { Outcome } from '@/app/_server/refusal';
import { answerOf } from './answer-of';
import { notify } from './notify';

export interface ActionFormOptions<Values, Value> {
  initialValues: Values;
  /** Called with what the action answered; the page's data is fresh by then. */
  onDone?: (value: Value) => void;
  /** Said in the corner once the action has succeeded. */
  done?: string;
  /** Whether the page's data is read again once the action has succeeded; it is unless told. */
  refreshes?: boolean;
  /** Lets the person say why; the action is then told. */
  asksWhy?: boolean;
}

/** What the person gives as the reason, for the field that asks. */
export interface WhyField {
  value: string;
  onChange: (value: string) => void;
}

export interface ActionForm<Values extends Record<string, unknown>> {
  form: UseFormReturnType<Values>;
  submit: (event: FormEvent<HTMLFormElement>) => void;
  pending: boolean;
  /** Why the action was refused; what concerns one field stands at that field. */
  failure: string | undefined;
  /** Undefined where the form does not ask. */
  why: WhyField | undefined;
}

/** A form whose values go to a server action as they are, and whose errors come back to its fields. */
export function useActionForm<Values extends Record<string, unknown>, Value>(
  action: (values: Values, why: string) => Promise<Outcome<Value>>,
  {
    initialValues,
    onDone,
    done,
    refreshes = true,
    asksWhy = false,
  }: ActionFormOptions<Values, Value>,
): ActionForm<Values> {
  const router = useRouter();
  const form = useForm<Values>({ mode: 'controlled', initialValues });
  const [failure, setFailure] = useState<string>();
  const [why, setWhy] = useState('');
  const [pending, startTransition] = useTransition();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const element = event.currentTarget;
    setFailure(undefined);
    form.clearErrors();
    startTransition(async () => {
      const outcome = await answerOf(() => action(form.getValues(), why));
      if (!outcome.ok) {
        const fields = outcome.fields ?? {};
        form.setErrors(fields);
        setFailure([outcome.message, ...strayMessages(fields, form.getValues())].join(' '));
        requestAnimationFrame(() => focusFirstProblem(element));
        return;
      }
      form.resetDirty();
      if (done) notify(done);
      if (refreshes) router.refresh();
      onDone?.(outcome.value);
    });
  }

  return {
    ...{ form, submit, pending, failure },
    why: asksWhy ? { value: why, onChange: setWhy } : undefined,
  };
}

/** Messages for fields that the form does not have would otherwise be lost. */
function strayMessages(fields: Record<string, string>, values: Record<string, unknown>): string[] {
  return Object.entries(fields)
    .filter(([path]) => !Object.hasOwn(values, path.split('.')[0] ?? ''))
    .map(([, message]) => message);
}

function focusFirstProblem(form: HTMLFormElement) {
  const invalid = form.querySelector<HTMLElement>('[aria-invalid="true"]');
  const target = invalid ?? form.querySelector<HTMLElement>('[role="alert"]');
  target?.focus();
}
