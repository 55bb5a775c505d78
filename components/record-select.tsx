'use client';

import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useRef, useState } from 'react';
import type { Choice } from '@/app/_lib/choice';
import type { Outcome } from '@/app/_server/refusal';
import { answerOf } from '@/components/answer-of';

export interface RecordSelectProps extends Omit<SelectProps, 'data' | 'onSearchChange'> {
  find: (input: { text: string }) => Promise<Outcome<Choice[]>>;
  /** The record that is chosen at first. */
  initial?: Choice | undefined;
}

const searching = 'Searching…';

/** Chooses one of many records: the server is asked for those that match what is typed. */
export function RecordSelect({ find, initial, ...select }: RecordSelectProps) {
  const [found, setFound] = useState<Choice[]>([]);
  const [chosen, setChosen] = useState(initial);
  const [message, setMessage] = useState(searching);
  // A choice puts its own words into the field; nobody searched for these.
  const ownWords = useRef(initial?.label ?? '');
  const wanted = useRef('');

  async function look(text: string) {
    const outcome = await answerOf(() => find({ text }));
    if (text !== wanted.current) return;
    setMessage(outcome.ok ? 'Nothing found' : outcome.message);
    setFound(outcome.ok ? outcome.value : []);
  }
  const lookSoon = useDebouncedCallback(look, 200);

  function search(text: string) {
    if (text === ownWords.current) return;
    wanted.current = text;
    // What no longer fits must not be chosen by a quick Enter while the answer is on its way.
    setFound(found.filter(({ label }) => label.toLowerCase().includes(text.toLowerCase())));
    setMessage(searching);
    lookSoon(text);
  }

  function choose(choice: Choice | undefined) {
    ownWords.current = choice?.label ?? '';
    wanted.current = '';
    setChosen(choice);
  }

  const others = found.filter(({ value }) => value !== chosen?.value);
  return (
    <Select
      {...select}
      data={chosen ? [chosen, ...others] : others}
      searchable
      openOnFocus={false}
      allowDeselect={false}
      // The server searched, by aliases too, which the labels do not show.
      filter={({ options }) => options.filter((option) => found.some((one) => isSame(one, option)))}
      nothingFoundMessage={message}
      onDropdownOpen={() => void look(wanted.current)}
      onSearchChange={search}
      onChange={(value, option) => {
        choose(option ? { value: option.value, label: option.label } : undefined);
        select.onChange?.(value, option);
      }}
    />
  );
}

function isSame(choice: Choice, option: object): boolean {
  return 'value' in option && option.value === choice.value;
}
