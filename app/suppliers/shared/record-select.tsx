'use client';

import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import type { Outcome } from '@/app/_server/refusal';
import { answerOf } from '@/components/answer-of';
import type { Choice } from './choice';

export interface RecordSelectProps extends Omit<SelectProps, 'data' | 'onSearchChange'> {
  find: (input: { text: string }) => Promise<Outcome<Choice[]>>;
  /** The record that is chosen at first. */
  initial?: Choice | undefined;
}

/** Chooses one of many records: the server is asked for those that match what is typed. */
export function RecordSelect({ find, initial, ...select }: RecordSelectProps) {
  const [found, setFound] = useState<Choice[]>([]);
  const [chosen, setChosen] = useState(initial);
  const [message, setMessage] = useState('Searching…');

  async function look(text: string) {
    const outcome = await answerOf(() => find({ text: text === chosen?.label ? '' : text }));
    setMessage(outcome.ok ? 'Nothing found' : outcome.message);
    setFound(outcome.ok ? outcome.value : []);
  }
  const lookSoon = useDebouncedCallback(look, 200);

  const others = found.filter(({ value }) => value !== chosen?.value);
  return (
    <Select
      {...select}
      data={chosen ? [chosen, ...others] : others}
      searchable
      allowDeselect={false}
      // The server has chosen already, by aliases too, which the labels do not show.
      filter={({ options }) => options}
      nothingFoundMessage={message}
      onDropdownOpen={() => void look('')}
      onSearchChange={lookSoon}
      onChange={(value, option) => {
        setChosen(option ? { value: option.value, label: option.label } : undefined);
        select.onChange?.(value, option);
      }}
    />
  );
}
