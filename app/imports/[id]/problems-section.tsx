import { countryName } from '@/app/_domain/country';
import { formatInteger } from '@/app/_lib/format';
import type { Actor } from '@/app/_server/actor';
import { ErrorNotice } from '@/components/error-notice';
import { LinkButton } from '@/components/link-button';
import { PlainTable } from '@/components/plain-table';
import { Section } from '@/components/section';
import { findProblems, type ImportBatch } from '../data';
import { AcceptCountries } from './accept-countries';

const pageSize = 50;

interface ProblemsSectionProps {
  actor: Actor;
  batch: ImportBatch;
  mayImport: boolean;
  /** Where the page begins: the number of the problem before it. */
  after: string | undefined;
}

/** Every bad cell with its line and column, page by page. */
export async function ProblemsSection({ actor, batch, mayImport, after }: ProblemsSectionProps) {
  const { id, problemCount, rejectedCount, mapping } = batch;
  if (problemCount === 0) {
    return (
      <ErrorNotice
        tone="good"
        title="Every line can be read"
        what={`All ${formatInteger(batch.lineCount)} lines passed every check.`}
      />
    );
  }
  const from = after && /^\d{1,18}$/.test(after) ? BigInt(after) : 0n;
  const problems = await findProblems(actor, id, { after: from, size: pageSize + 1 });
  const shown = problems.slice(0, pageSize);
  const suggestions = Object.entries(mapping.suggested ?? {});
  return (
    <Section
      id="problems"
      title={`${formatInteger(problemCount)} ${problemCount === 1 ? 'problem' : 'problems'} on ${formatInteger(rejectedCount)} ${rejectedCount === 1 ? 'line' : 'lines'}`}
      description="Mend them in the file and upload it again: an import writes all of a file or nothing."
      actions={
        mayImport ? (
          <LinkButton href={`/imports/${id}/rejected.csv`} variant="default" size="xs" download>
            Download the rejected lines
          </LinkButton>
        ) : null
      }
    >
      {suggestions.length > 0 && mayImport ? (
        <ErrorNotice
          tone="accent"
          title="Some countries can be read as others"
          what={suggestions
            .map(([word, code]) => `${word} as ${code}, ${countryName(code)}`)
            .join('; ')}
          action={<AcceptCountries id={id} />}
        />
      ) : null}
      <PlainTable
        caption="Problems by line"
        columns={[
          { label: 'Line', align: 'end' },
          { label: 'Column' },
          { label: 'Value' },
          { label: 'Problem' },
        ]}
        rows={shown.map(({ id: problemId, line, columnName, value, reason }) => ({
          key: String(problemId),
          cells: [formatInteger(line), columnName || 'The whole line', value || '(empty)', reason],
        }))}
        empty="No further problems are listed."
      />
      {from > 0n ? (
        <LinkButton href={`/imports/${id}#problems`} variant="default" size="xs">
          First page
        </LinkButton>
      ) : null}
      {problems.length > pageSize ? (
        <LinkButton
          href={`/imports/${id}?after=${shown.at(-1)?.id}#problems`}
          variant="default"
          size="xs"
        >
          Next {pageSize}
        </LinkButton>
      ) : null}
    </Section>
  );
}
