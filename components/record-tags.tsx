'use client';

import { Combobox, Pill, PillsInput, useCombobox } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ChosenRecord, RecordChoice } from '@/app/_lib/record-choice';
import type { Outcome } from '@/app/_server/refusal';
import { answerOf } from '@/components/answer-of';
import styles from './record-tags.module.css';

export interface RecordTagsProps {
  label: string;
  description?: string;
  error?: string | undefined;
  value: readonly ChosenRecord[];
  onChange: (value: ChosenRecord[]) => void;
  find: (input: { text: string }) => Promise<Outcome<RecordChoice[]>>;
}

const searching = 'Searching…';
/** No id of a record: takes what is typed as a name. */
const asTyped = 'as-typed';

/**
 * Chooses several of many records: the server is asked for those that match what is typed. What is
 * not recorded can be taken by its name alone, and says so.
 */
export function RecordTags(props: RecordTagsProps) {
  const { label, description, error, value, onChange, find } = props;
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly RecordChoice[]>([]);
  const [message, setMessage] = useState(searching);
  const wanted = useRef('');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });

  async function look(next: string) {
    const outcome = await answerOf(() => find({ text: next }));
    if (next !== wanted.current) return;
    setMessage(outcome.ok ? 'Nothing found' : outcome.message);
    setFound(outcome.ok ? outcome.value : []);
  }
  const lookSoon = useDebouncedCallback(look, 200);

  function search(next: string) {
    setText(next);
    wanted.current = next.trim();
    setMessage(searching);
    // What no longer fits must not be chosen by a quick Enter while the answer is on its way.
    setFound([]);
    combobox.openDropdown();
    lookSoon(wanted.current);
  }

  function add(record: ChosenRecord) {
    if (!value.some((one) => isSame(one, record))) onChange([...value, record]);
    setText('');
    wanted.current = '';
    void look('');
  }

  function addTyped() {
    const name = text.trim();
    if (name !== '') add(found.find((one) => isNamed(one, name)) ?? { id: null, name });
  }

  function submit(option: string) {
    const record = found.find(({ id }) => id === option);
    if (record) add({ id: record.id, name: record.name });
    else addTyped();
  }

  function press(event: KeyboardEvent) {
    // Enter chooses; it must not send the form around.
    if (event.key === 'Enter' && text !== '') event.preventDefault();
    if (event.key === 'Backspace' && text === '') onChange(value.slice(0, -1));
  }

  const offered = found.filter((record) => !value.some((one) => isSame(one, record)));
  const typed = text.trim();
  const mayTakeTyped = typed !== '' && !found.some((record) => isNamed(record, typed));
  const optionCount = offered.length + (mayTakeTyped ? 1 : 0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: other options are what the first has to be chosen of anew for
  useEffect(() => {
    if (typed !== '') combobox.selectFirstOption();
  }, [typed, optionCount, found]);

  return (
    <Combobox store={combobox} onOptionSubmit={submit}>
      <Combobox.DropdownTarget>
        <PillsInput label={label} description={description} error={error}>
          <Pill.Group>
            {value.map((record, index) => (
              <Pill
                key={`${record.id} ${record.name}`}
                withRemoveButton
                onRemove={() => onChange(value.toSpliced(index, 1))}
                removeButtonProps={{
                  tabIndex: 0,
                  'aria-hidden': false,
                  'aria-label': `Remove ${record.name}`,
                }}
              >
                {record.name}
                {record.id === null ? <span className={styles.note}> not recorded yet</span> : null}
              </Pill>
            ))}
            <Combobox.EventsTarget withExpandedAttribute>
              <PillsInput.Field
                value={text}
                onChange={(event) => search(event.currentTarget.value)}
                onFocus={() => {
                  combobox.openDropdown();
                  void look(wanted.current);
                }}
                onBlur={() => {
                  addTyped();
                  combobox.closeDropdown();
                }}
                onKeyDown={press}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={label} mah={260} className={styles.options}>
          {offered.map((record) => (
            <Combobox.Option key={record.id} value={record.id}>
              {record.name}
              {record.note ? <span className={styles.note}> {record.note}</span> : null}
            </Combobox.Option>
          ))}
          {mayTakeTyped ? (
            <Combobox.Option value={asTyped}>Take “{typed}” by its name</Combobox.Option>
          ) : null}
          {optionCount === 0 ? <Combobox.Empty>{message}</Combobox.Empty> : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function isSame(one: ChosenRecord, other: ChosenRecord): boolean {
  return one.id === null || other.id === null
    ? isNamed(one, other.name) && one.id === other.id
    : one.id === other.id;
}

function isNamed({ name }: ChosenRecord, text: string): boolean {
  return name.toLowerCase() === text.toLowerCase();
}
