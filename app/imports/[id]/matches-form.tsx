'use client';

import { NativeSelect } from '@mantine/core';
import { AddressLink } from '@/components/address-link';
import { FormShell } from '@/components/form-shell';
import { PlainTable } from '@/components/plain-table';
import { PushButton } from '@/components/push-button';
import { useActionForm } from '@/components/use-action-form';
import { answerMatches } from '../actions';

export interface NameMatch {
  id: string;
  name: string;
  candidate: string;
  /** Null: the other name is new as well. */
  supplierId: string | null;
  same: boolean | null;
}

type Answer = '' | 'same' | 'different';

const answerLabels: Readonly<Record<Answer, string>> = {
  '': 'Not settled',
  same: 'The same supplier',
  different: 'Different suppliers',
};

const answerChoices = Object.entries(answerLabels).map(([value, label]) => ({ value, label }));

interface MatchesFormProps {
  importId: string;
  matches: readonly NameMatch[];
  mayAnswer: boolean;
}

export function MatchesForm({ importId, matches, mayAnswer }: MatchesFormProps) {
  const shell = useActionForm(
    ({ answers }: { answers: Record<string, Answer> }) =>
      answerMatches({ id: importId, answers: settled(answers) }),
    {
      initialValues: {
        answers: Object.fromEntries(matches.map(({ id, same }) => [id, answerOf(same)])),
      } as { answers: Record<string, Answer> },
      done: 'Saved',
    },
  );
  const { answers } = shell.form.values;

  function answerAll(answer: Answer) {
    shell.form.setFieldValue('answers', Object.fromEntries(matches.map(({ id }) => [id, answer])));
  }

  const table = (
    <PlainTable
      caption="Names that resemble each other"
      columns={[{ label: 'Name in the file' }, { label: 'Resembles' }, { label: 'They are' }]}
      rows={matches.map(({ id, name, candidate, supplierId, same }) => ({
        key: id,
        cells: [
          name,
          supplierId ? (
            <AddressLink key="candidate" href={`/suppliers/${supplierId}`}>
              {candidate}
            </AddressLink>
          ) : (
            `${candidate} (new as well)`
          ),
          mayAnswer ? (
            <NativeSelect
              key={id}
              size="xs"
              miw={150}
              aria-label={`${name} and ${candidate}`}
              data={answerChoices}
              value={answers[id] ?? ''}
              onChange={(event) =>
                shell.form.setFieldValue(`answers.${id}`, event.currentTarget.value as Answer)
              }
            />
          ) : (
            answerLabels[answerOf(same)]
          ),
        ],
      }))}
    />
  );
  if (!mayAnswer) return table;
  return (
    <FormShell
      shell={shell}
      submitLabel="Save"
      actions={
        <>
          <PushButton variant="default" onClick={() => answerAll('same')}>
            All are the same
          </PushButton>
          <PushButton variant="default" onClick={() => answerAll('different')}>
            All are different
          </PushButton>
        </>
      }
    >
      {table}
    </FormShell>
  );
}

function answerOf(same: boolean | null): Answer {
  return same === null ? '' : same ? 'same' : 'different';
}

function settled(answers: Readonly<Record<string, Answer>>) {
  return Object.entries(answers).flatMap(([matchId, answer]) =>
    answer === '' ? [] : [{ matchId, same: answer === 'same' }],
  );
}
