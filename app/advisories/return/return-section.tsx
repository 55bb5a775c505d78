import type { AdvisoryStatus } from '@/app/_domain/advisory';
import { returnCountCodes, returnCounts } from '@/app/_domain/advisory-return';
import { can } from '@/app/_domain/permission';
import { formatInteger } from '@/app/_lib/format';
import type { Actor } from '@/app/_server/actor';
import { CountBar } from '@/components/count-bar';
import { LinkButton } from '@/components/link-button';
import { Section } from '@/components/section';
import { type ReturnRow, readReturn } from './data';
import { ReturnCounts } from './return-counts';
import { returnHref } from './return-href';
import { sightOf } from './sight';
import { returnTotals } from './totals';

interface ReturnSectionProps {
  actor: Actor;
  advisory: { id: string; reference: string; status: AdvisoryStatus };
}

/** The return of an advisory on its own page: totals, organisations, and how many signed that they have nothing. */
export async function ReturnSection({ actor, advisory }: ReturnSectionProps) {
  const { id, reference, status } = advisory;
  if (status === 'draft') return null;
  const rows = await readReturn(actor, id);
  const totals = returnTotals(rows);
  return (
    <Section
      id="return"
      title="Return"
      description={sightOf(actor)}
      actions={
        <>
          <LinkButton variant="default" size="xs" href={`/advisories/${id}/return`}>
            Open the return
          </LinkButton>
          {can(actor.roles, 'register:export') ? (
            <LinkButton variant="default" size="xs" href={`/advisories/${id}/return.csv`} download>
              CSV
            </LinkButton>
          ) : null}
        </>
      }
    >
      <CountBar
        items={returnCountCodes.map((name) => ({
          label: returnCounts[name].label,
          value: totals[name],
          ...(name === 'overdue' && totals.overdue > 0 && { tone: 'danger' }),
          ...(totals[name] > 0 && { href: returnHref(reference, name) }),
        }))}
      />
      <ReturnCounts reference={reference} rows={rows} />
      <p>{nilWords(rows)}</p>
    </Section>
  );
}

function nilWords(rows: readonly ReturnRow[]): string {
  const count = (standing: ReturnRow['nilReturn']) =>
    rows.filter(({ nilReturn }) => nilReturn === standing).length;
  const due = count('missing') + count('outdated');
  const lapsed = count('lapsed');
  return [
    `Nil returns: ${formatInteger(count('holds'))} signed`,
    ...(due > 0 ? [`${formatInteger(due)} to be signed`] : []),
    ...(lapsed > 0
      ? [`${formatInteger(lapsed)} no longer ${lapsed === 1 ? 'holds' : 'hold'}`]
      : []),
  ].join(', ');
}
