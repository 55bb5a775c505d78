import type { UseFormReturnType } from '@mantine/form';
import type { EditorValues } from './values';

export type EditorForm = UseFormReturnType<EditorValues>;

/** What is wrong with the field, or with anything inside of it. */
export function problemWithin({ errors }: EditorForm, path: string): string | undefined {
  const inside = Object.keys(errors).find((one) => one === path || one.startsWith(`${path}.`));
  return inside === undefined ? undefined : String(errors[inside]);
}
